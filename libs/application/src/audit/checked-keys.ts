import type pg from 'pg';
import type { SignedCheckpoint } from '@linking/events/ledger/checkpoint.js';
import { replacementsIn, strangerIn, vouchedIn, vouchedWithPast } from '@linking/events/ledger/key-chain.js';
import type { VerifierKey } from '@linking/events/ledger/ledger-keys.js';
import { signersOf } from '@linking/events/ledger/signed-note.js';
import { ledgerKeys, readLedger, type KeyRow } from './ledger-tables.js';
import type { Signed } from './signed-sizes.js';
import { verifierKeys } from './signing-keys.js';
import { Wrong } from './wrong.js';

export interface CheckedKeys extends Signed {
  readonly chain: readonly KeyRow[];
}

/** The keys follow one another, and those that were brought along vouch for the one that signs now, or for one it replaced. */
export async function checkedKeys(
  pool: pg.Pool,
  active: number,
  trusted: readonly VerifierKey[] = [],
): Promise<CheckedKeys> {
  const chain = await ledgerKeys(pool);
  const keys = verifierKeys(chain);
  const origin = (await readLedger(pool))?.origin;
  const misplaced = chain.find(({ number }, at) => keys[at]?.name !== origin || number !== at + 1);
  const stranger = misplaced?.vkey ?? strangerIn(chain);
  if (stranger !== undefined) {
    throw new Wrong(`The key ${stranger} was put into the ledger: no earlier key has handed over to it.`);
  }
  const signing = chain[active - 1]?.vkey;
  if (trusted.length === 0 || signing === undefined) return { keys, origin, signing, chain };
  const believed = vouchedIn(chain, trusted);
  if (has(believed, signing)) return { keys: vouchedWithPast(chain, trusted), origin, signing, chain };
  if (keys.some(({ vkey }) => has(believed, vkey))) return { keys, origin, signing, chain, believed };
  throw new Wrong(
    `The ledger in the database is signed with the key ${signing}, for which the key that you trust does not vouch.`,
  );
}

const has = (keys: readonly VerifierKey[], vkey: string) => keys.some((it) => it.vkey === vkey);

/** What is to be said of keys that were replaced without the one before. */
export function losses(
  { chain, believed, keys, signing = '' }: CheckedKeys,
  vouchedTo: number,
  since: SignedCheckpoint | undefined,
) {
  const replaced = replacementsIn(chain);
  const kept = since && vouchedIn(chain, signersOf(since.note, keys));
  return {
    ...(replaced.length === 0 ? {} : { replaced }),
    ...(believed === undefined ? {} : { vouchedTo }),
    ...(kept === undefined || has(kept, signing) ? {} : { keptReaches: false as const }),
  };
}
