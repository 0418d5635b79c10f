import { readVerifierKey, signingKeyOf } from '@linking/events/ledger/ledger-keys.js';
import type { SigningKey, VerifierKey } from '@linking/events/ledger/ledger-keys.js';
import type { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import type { KeyRow } from './ledger-tables.js';

/** Why the ledger does not go on, and what to do. */
export class LedgerStandsStill extends Error {
  override readonly name = 'LedgerStandsStill';
}

/** The secret half of the key that signs now. @throws LedgerStandsStill when its secret is not at hand */
export function signingKey(secrets: LedgerSecrets, origin: string, keys: readonly KeyRow[]): SigningKey {
  const active = keys.at(-1)?.vkey;
  const found = secrets
    .all()
    .map((seed) => signingKeyOf(origin, seed))
    .find((key) => key.public.vkey === active);
  if (found !== undefined) return found;
  throw new LedgerStandsStill(
    `The secret of the key ${active ?? 'of the ledger'} is not in ${secrets.path}. Put the file back, or name it in LEDGER_KEY_FILE; if it is lost for good, see \`linking ledger replace-lost-key\`.`,
  );
}

/** Keys made of the secrets on this machine: whoever changes the database cannot change those. */
export const ownKeysOf = (origin: string, secrets: LedgerSecrets): readonly VerifierKey[] =>
  secrets.all().map((seed) => signingKeyOf(origin, seed).public);

export function verifierKeys(keys: readonly Pick<KeyRow, 'vkey'>[]): readonly VerifierKey[] {
  return keys.map(({ vkey }) => readVerifierKey(vkey)).filter((key) => key !== undefined);
}
