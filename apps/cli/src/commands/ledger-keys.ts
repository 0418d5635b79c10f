import { ledgerKeys } from '@linking/application/audit/ledger-tables.js';
import { replaceLostKey, type LostKey } from '@linking/application/audit/replace-lost-key.js';
import { rotateKey } from '@linking/application/audit/rotate-key.js';
import { LedgerStandsStill } from '@linking/application/audit/signing-keys.js';
import { LOSS_REASONS } from '@linking/events/ledger/key-replacement.js';
import { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import { readSettings } from '@linking/platform/config/settings.js';
import { Option, type Command } from 'commander';
import { withDatabase } from '../open-database.js';
import { CommandFailed, type Terminal } from '../terminal.js';

export function addLedgerKey(parent: Command, terminal: Terminal): void {
  parent
    .command('key')
    .description('print the public key that signs the log now, for auditors to keep')
    .action(() => show(terminal));
}

export function addLedgerRotateKey(parent: Command, terminal: Terminal): void {
  parent
    .command('rotate-key')
    .description('let a new key sign the log from now on; the old and the new one both sign the handover')
    .action(() => rotate(terminal));
}

export function addLedgerReplaceLostKey(parent: Command, terminal: Terminal): void {
  parent
    .command('replace-lost-key')
    .description('let a new key sign although the old one is gone; whoever kept the old one cannot follow')
    .addOption(new Option('--reason <code>', 'how it was lost').choices(LOSS_REASONS).makeOptionMandatory())
    .option('--log <name>', 'the name of the log, to say that you mean it')
    .action((options: LostKey) => replace(terminal, options));
}

async function replace(terminal: Terminal, lost: LostKey): Promise<void> {
  const vkey = await changed(terminal, (ledger) => replaceLostKey(ledger, lost));
  terminal.out.write(
    `From now on this key signs the log. Nobody who kept the one before can follow: tell your auditors how it was lost, and give them this one:\n  ${vkey}\n`,
  );
}

async function show(terminal: Terminal): Promise<void> {
  const keys = await withDatabase(terminal.env, ({ pool }) => ledgerKeys(pool));
  const newest = keys.at(-1);
  if (newest === undefined) {
    throw new CommandFailed('Nothing was signed yet. Start the service once, then ask again.');
  }
  terminal.out.write(`${newest.vkey}\n`);
}

async function rotate(terminal: Terminal): Promise<void> {
  const vkey = await changed(terminal, rotateKey);
  terminal.out.write(
    `From now on this key signs the log; whoever kept the one before it can follow the handover:\n  ${vkey}\n`,
  );
}

async function changed(
  terminal: Terminal,
  change: (ledger: Parameters<typeof rotateKey>[0]) => Promise<string>,
): Promise<string> {
  const secrets = new LedgerSecrets(readSettings(terminal.env).ledgerKeyFile);
  try {
    return await withDatabase(terminal.env, (database) => change({ ...database, secrets }));
  } catch (error) {
    if (error instanceof LedgerStandsStill) throw new CommandFailed(error.message);
    throw error;
  }
}
