import type pg from 'pg';
import { signingKeyOf, type VerifierKey } from '@linking/events/ledger/ledger-keys.js';
import type { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import { readLedger } from './ledger-tables.js';

/** Keys made of the secrets on this machine: whoever changes the database cannot change those. */
export async function ownKeys(pool: pg.Pool, secrets: LedgerSecrets): Promise<readonly VerifierKey[]> {
  const origin = (await readLedger(pool))?.origin;
  return origin === undefined ? [] : secrets.all().map((seed) => signingKeyOf(origin, seed).public);
}
