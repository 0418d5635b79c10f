import type pg from 'pg';
import type { VerifierKey } from '@linking/events/ledger/ledger-keys.js';
import type { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import { readLedger } from './ledger-tables.js';
import { ownKeysOf } from './signing-keys.js';

/** The keys of this log whose secrets are on this machine. */
export async function ownKeys(pool: pg.Pool, secrets: LedgerSecrets): Promise<readonly VerifierKey[]> {
  const origin = (await readLedger(pool))?.origin;
  return origin === undefined ? [] : ownKeysOf(origin, secrets);
}
