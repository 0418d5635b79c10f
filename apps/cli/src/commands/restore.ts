import { stat } from 'node:fs/promises';
import { makeReadModels } from '@linking/application/moving/make-read-models.js';
import { restoreBackup, stepsOfBackup } from '@linking/application/moving/restore-backup.js';
import { migrations } from '@linking/application/schema/migrations.js';
import { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import type { Command } from 'commander';
import { withDestination } from '../open-database.js';
import { CommandFailed, EXIT, type Terminal } from '../terminal.js';
import { behindSentence } from './log-import.js';
import { inWords, MovingBar } from './moving-bar.js';
import { asSentence } from './moving-failures.js';

interface Options {
  readonly erasures?: readonly string[];
}

const HELP = `
Database and log must be empty: give DATABASE_URL a new one, or an empty DATA_DIR. The whole file is checked before anything
is written, and every table and the log are compared with it afterwards. Cut off at any moment, the same command goes on.
People sign in anew. What was erased after the backup does not come back when the list of it is given (--erasures).

Exit code: ${EXIT.done} everything is there · ${EXIT.nothingDone} it is not; the sentence says why`;

export function addRestore(program: Command, terminal: Terminal): void {
  program
    .command('restore')
    .argument('<FILE>', 'a file that `linking backup` made')
    .option('--erasures <file...>', 'lists that `linking erasures` made: what is in them is erased again')
    .description('bring a backup into an empty database and an empty log')
    .addHelpText('after', HELP)
    .action((file: string, options: Options) => run(file, options, terminal));
}

async function run(file: string, { erasures = [] }: Options, terminal: Terminal): Promise<void> {
  for (const one of [file, ...erasures]) {
    const found = await stat(one).catch(() => undefined);
    if (!found?.isFile()) throw new CommandFailed(`There is no file "${one}".`);
  }
  const bar = new MovingBar(terminal.err);
  const steps = await stepsOfBackup(file, migrations).catch(asSentence);
  const restored = await withDestination(terminal.env, steps, async (to) => {
    const secrets = new LedgerSecrets(to.settings.ledgerKeyFile);
    const result = await restoreBackup(
      to,
      file,
      { secrets, lists: erasures },
      {
        checking: bar.tell('checking the file', 0, 0.3),
        writing: bar.tell('writing', 0.3, 0.7),
        reading: bar.tell('reading back', 0.7, 0.9),
      },
    );
    await to.finish();
    return { ...result, behind: await makeReadModels(to, bar.tell('making the lists', 0.9, 1, 'lists')) };
  })
    .catch(asSentence)
    .finally(() => bar.end());
  const { events, end, head, erasedAgain, behind } = restored;
  const lines = [
    `${inWords(events)} events and ${end.sections.length} tables of ${head.takenAt.slice(0, 16).replace('T', ' ')} UTC are back; log and tables are those of the file.`,
    `Merkle root: ${end.root}`,
    erasures.length === 0
      ? 'No list of erasures was given: what was erased after the backup is back. Erase it again, or restore anew with --erasures.'
      : `${inWords(erasedAgain)} rows that were erased after the backup were erased again.`,
    ...behindSentence(behind),
  ];
  terminal.out.write(`${lines.join('\n')}\n`);
}
