import { stat } from 'node:fs/promises';
import { importLog } from '@linking/application/moving/import-log.js';
import { makeReadModels } from '@linking/application/moving/make-read-models.js';
import { migrations } from '@linking/application/schema/migrations.js';
import { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import type { Command } from 'commander';
import { withDestination } from '../open-database.js';
import { CommandFailed, EXIT, type Terminal } from '../terminal.js';
import { inWords, MovingBar } from './moving-bar.js';
import { asSentence } from './moving-failures.js';

const HELP = `
The log goes where the settings say: into KurrentDB when KURRENTDB_URL is set, else into the database. It must be empty there.
The whole file is checked before the first event is written; afterwards the log is read back and its Merkle root compared.
Cut off at any moment, the same command goes on; until then the service does not start with it. Stop the service first.

Exit code: ${EXIT.done} the log is there, whole · ${EXIT.nothingDone} it is not; the sentence says why`;

export function addLogImport(parent: Command, terminal: Terminal): void {
  parent
    .command('import')
    .argument('<FILE>', 'a file that `linking log export` made')
    .description('bring an exported event log into the empty store that the settings name')
    .addHelpText('after', HELP)
    .action((file: string) => run(file, terminal));
}

async function run(file: string, terminal: Terminal): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new CommandFailed(`There is no file "${file}".`);
  const bar = new MovingBar(terminal.err);
  const imported = await withDestination(terminal.env, migrations, async (to) => {
    const result = await importLog(to, file, new LedgerSecrets(to.settings.ledgerKeyFile), {
      checking: bar.tell('checking the file', 0, 0.3),
      writing: bar.tell('writing', 0.3, 0.7),
      reading: bar.tell('reading back', 0.7, 0.9),
    });
    return {
      ...result,
      behind: result.there ? [] : await makeReadModels(to, bar.tell('making the lists', 0.9, 1, 'lists')),
    };
  })
    .catch(asSentence)
    .finally(() => bar.end());
  terminal.out.write(`${sentences(imported).join('\n')}\n`);
}

type Result = Awaited<ReturnType<typeof importLog>> & { readonly behind: readonly string[] };

function sentences({ events, behind, end, vouched, there, firstLog }: Result): string[] {
  const signed =
    end.checkpoint === undefined ? 'The file has no signed checkpoint.' : checkpointSentence(vouched);
  return [
    there
      ? `All ${inWords(events)} events of the file were there already. Nothing was changed.`
      : `${inWords(events)} events were written and read back: the log has the same Merkle root as the file.`,
    `Merkle root: ${end.root}`,
    signed,
    ...behindSentence(behind),
    ...(firstLog
      ? [
          'This database belonged to no log before: it knows no names, accounts and mails of this one (see `linking restore`).',
        ]
      : []),
  ];
}

const checkpointSentence = (vouched: boolean) =>
  vouched
    ? 'They lead to the checkpoint that the key of this log has signed.'
    : 'They lead to the checkpoint in the file; who signed it was not checked, since no key of this log is at hand.';

export const behindSentence = (behind: readonly string[]) =>
  behind.length === 0 ? [] : [`These lists stand still, and the service says why: ${behind.join(', ')}.`];
