import { logSource } from '@linking/application/audit/log-source.js';
import { lossesInWords, unvouchedInWords } from '@linking/application/audit/losses-in-words.js';
import { ownKeys } from '@linking/application/audit/own-keys.js';
import { verifyLog, type Verification } from '@linking/application/audit/verify-log.js';
import { readVerifierKey, type VerifierKey } from '@linking/events/ledger/ledger-keys.js';
import { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import { readSettings } from '@linking/platform/config/settings.js';
import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { withDatabase } from '../open-database.js';
import { ProgressBar } from '../progress-bar.js';
import { CommandFailed, EXIT, type Terminal } from '../terminal.js';

interface Options {
  readonly since?: string;
  readonly key?: string;
}

const HELP = `
Makes the whole tree again from the stored events and compares it with the ledger and with what was signed.

Exit code: 0 nothing was altered · 1 something was, and the first wrong event is named · ${EXIT.nothingDone} nothing was verified, or what you\nbrought does not vouch for all of it, because a key was lost`;

export function addVerify(program: Command, terminal: Terminal, exit: (code: number) => void): void {
  program
    .command('verify')
    .description('find out whether anything in the log was altered')
    .option(
      '--since <file>',
      'a checkpoint that you kept: the log must still begin with all that it spoke of',
    )
    .option(
      '--key <vkey>',
      'a public key that you kept (default: the one whose secret is on this machine, if any)',
    )
    .addHelpText('after', HELP)
    .action(async (options: Options) => exit(await run(options, terminal)));
}

async function run({ since: file, key }: Options, terminal: Terminal): Promise<number> {
  const since = file === undefined ? undefined : await textOf(file);
  const given = key === undefined ? undefined : keyOf(key);
  const bar = new ProgressBar(terminal.err);
  const found = await withDatabase(terminal.env, async ({ pool, store }) => {
    const trusted =
      given ?? (await ownKeys(pool, new LedgerSecrets(readSettings(terminal.env).ledgerKeyFile)));
    const verification = await verifyLog(
      { pool, source: logSource(pool, store) },
      {
        ...(since === undefined ? {} : { since }),
        ...(trusted.length === 0 ? {} : { trusted }),
        onProgress: ({ done, total }) =>
          bar.show({ part: done / total, text: `${inWords(done)} of ${inWords(total)} events` }),
      },
    );
    return { verification, trusted };
  }).finally(() => bar.end());
  const { verification, trusted } = found;
  if (!verification.ok) {
    terminal.out.write(`${verification.wrong.sentence}\n`);
    return verification.wrong.kept === 'malformed' ? EXIT.nothingDone : 1;
  }
  const unvouched = unvouchedInWords(verification);
  const losses = lossesInWords(verification);
  if (unvouched !== undefined) {
    const own = given === undefined ? [OWN_KEY_NOT_LOST] : [];
    terminal.out.write(`${[unvouched, ...losses, ...own].join('\n')}\n`);
    return given === undefined ? EXIT.doneWithErrors : EXIT.nothingDone;
  }
  terminal.out.write(sentenceOf(verification, trusted.length > 0));
  terminal.out.write(losses.map((loss) => `${loss}\n`).join(''));
  return verification.keptReaches === false && given === undefined ? EXIT.nothingDone : 0;
}

function sentenceOf({ size, notYetSigned, keptSize }: Verification & { ok: true }, trusted: boolean): string {
  if (size === 0) return 'Nothing was signed yet, so there is nothing to verify.\n';
  const origin = trusted
    ? ''
    : 'No key from outside the database was at hand: whoever could replace all of it could replace its key as well.\n';
  const kept = keptSize === undefined ? '' : ` ${goesOnFrom(keptSize, size)}`;
  const waiting =
    notYetSigned === 0
      ? ''
      : `${inWords(notYetSigned)} later events wait for their signature; if that lasts, see that the workers run.\n`;
  return `Nothing was altered: ${inWords(size)} events stand as they were recorded and signed.${kept}\n${waiting}${origin}`;
}

const OWN_KEY_NOT_LOST =
  'But that key is on this machine: it was not lost. Somebody has put another one in its place.';

const goesOnFrom = (kept: number, size: number) =>
  kept === size
    ? 'The checkpoint that you kept is the newest.'
    : `The log goes on from the ${inWords(kept)} events of the checkpoint that you kept; ${inWords(size - kept)} came after them.`;

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new CommandFailed(`There is no file "${file}" that can be read.`);
  });
}

function keyOf(vkey: string): readonly VerifierKey[] {
  const key = readVerifierKey(vkey.trim());
  if (key === undefined) {
    throw new CommandFailed(
      '--key is a public key such as `linking ledger key` prints it: name+hash+base64.',
    );
  }
  return [key];
}

const inWords = (count: number) => count.toLocaleString('en-GB');
