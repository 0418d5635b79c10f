import { ledgerKeys } from '@linking/application/audit/ledger-tables.js';
import { rotateKey } from '@linking/application/audit/rotate-key.js';
import { LedgerStandsStill } from '@linking/application/audit/signing-keys.js';
import { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import { readSettings } from '@linking/platform/config/settings.js';
import type { Command } from 'commander';
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

async function show(terminal: Terminal): Promise<void> {
  const keys = await withDatabase(terminal.env, ({ pool }) => ledgerKeys(pool));
  const newest = keys.at(-1);
  if (newest === undefined) {
    throw new CommandFailed('Nothing was signed yet. Start the service once, then ask again.');
  }
  terminal.out.write(`${newest.vkey}\n`);
}

async function rotate(terminal: Terminal): Promise<void> {
  const secrets = new LedgerSecrets(readSettings(terminal.env).ledgerKeyFile);
  try {
    const vkey = await withDatabase(terminal.env, ({ pool, store, clock }) =>
      rotateKey({ pool, store, clock, secrets }),
    );
    terminal.out.write(
      `From now on this key signs the log; whoever kept the one before it can follow the handover:\n  ${vkey}\n`,
    );
  } catch (error) {
    if (error instanceof LedgerStandsStill) throw new CommandFailed(error.message);
    throw error;
  }
}
