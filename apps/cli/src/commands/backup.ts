import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { makeBackup } from '@linking/application/moving/make-backup.js';
import { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import { readSettings } from '@linking/platform/config/settings.js';
import type { Command } from 'commander';
import { withDatabase } from '../open-database.js';
import type { Terminal } from '../terminal.js';
import { inWords, MovingBar } from './moving-bar.js';
import { asSentence } from './moving-failures.js';

interface Options {
  readonly withKey?: boolean;
}

const HELP = `
In it is everything that cannot be made again: the log, people, words, signatures, accounts, the register, mails and what the
ledger has signed, all as they were at one moment. The service may run meanwhile. The file holds names and addresses: keep it
where only those come who may read them.
Not in it unless asked for: the secret that signs the ledger (--with-key). Never in it: the other secrets of the data folder
(token-secret, session-secret); keep a copy of those files.`;

export function addBackup(program: Command, terminal: Terminal): void {
  program
    .command('backup')
    .argument(
      '<FOLDER-or-FILE>',
      'a folder, for a file named after the day; or the file to make, such as b.ndjson.gz',
    )
    .option('--with-key', 'also keep the secret that signs the ledger: whoever has the file can then sign')
    .description('keep everything in one file, read back and checked')
    .addHelpText('after', HELP)
    .action((target: string, options: Options) => run(target, options, terminal));
}

async function run(target: string, { withKey = false }: Options, terminal: Terminal): Promise<void> {
  const file = await fileFor(target);
  const bar = new MovingBar(terminal.err);
  const secrets = withKey ? new LedgerSecrets(readSettings(terminal.env).ledgerKeyFile) : undefined;
  const { end } = await withDatabase(terminal.env, ({ pool, store }) =>
    makeBackup({ pool, store, operator: userInfo().username, secrets }, file, {
      writing: bar.tell('writing', 0, 0.5),
      reading: bar.tell('reading back', 0.5, 1),
    }),
  )
    .catch(asSentence)
    .finally(() => bar.end());
  const rows = end.sections.reduce((sum, section) => sum + section.rows, 0);
  terminal.out.write(
    `${inWords(end.events)} events and ${inWords(rows)} rows of ${end.sections.length} tables are in ${file}; it was read back.
Merkle root: ${end.root}
${withKey ? 'The secret of the ledger is in it: whoever has the file can sign.' : 'The secret of the ledger is not in it: keep a copy of its file.'}
`,
  );
}

async function fileFor(target: string): Promise<string> {
  const found = await stat(target).catch(() => undefined);
  if (!found?.isDirectory()) return target;
  const minute = new Date().toISOString().slice(0, 16).replace('T', '-').replace(':', '');
  return path.join(target, `linking-backup-${minute}.ndjson.gz`);
}
