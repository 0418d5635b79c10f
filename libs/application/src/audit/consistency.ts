import type pg from 'pg';
import { consistencyProof, treeRoot } from '@linking/events/ledger/proofs.js';
import { readKept } from '@linking/events/ledger/kept-checkpoint.js';
import { sameHash } from '@linking/events/ledger/tree-hashes.js';
import { KeptRefused, NothingSigned, UnknownSize } from './audit-errors.js';
import { ledgerKeys, newestCheckpoint, nodesIn, readLedger } from './ledger-tables.js';
import { verifierKeys } from './signing-keys.js';

export interface ConsistencyAnswer {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Buffer;
  readonly toRoot: Buffer;
  /** RFC 9162 §2.1.4. */
  readonly proof: readonly Buffer[];
}

/** Proof that the first `to` events begin with the first `from`; `to` is all that is signed when it is left out. */
export async function consistencyOf(
  pool: pg.Pool,
  from: number,
  to: number | undefined,
): Promise<ConsistencyAnswer> {
  const newest = await newestCheckpoint(pool);
  if (newest === undefined) throw new NothingSigned();
  const end = to ?? newest.size;
  if (end > newest.size) throw new UnknownSize('to', end, newest.size);
  if (from > end) throw new UnknownSize('from', from, newest.size);
  const read = nodesIn(pool);
  return {
    from,
    to: end,
    fromRoot: await treeRoot(read, from),
    toRoot: await treeRoot(read, end),
    proof: await consistencyProof(read, from, end),
  };
}

/**
 * Proof that the log goes on from a checkpoint that somebody kept.
 * @throws NothingSigned, UnknownSize, KeptRefused which names what is wrong with it
 */
export async function consistencyWith(
  pool: pg.Pool,
  kept: string,
  to: number | undefined,
): Promise<ConsistencyAnswer> {
  const newest = await newestCheckpoint(pool);
  if (newest === undefined) throw new NothingSigned();
  const [ledger, keys] = [await readLedger(pool), verifierKeys(await ledgerKeys(pool))];
  const read = readKept(kept, { origin: ledger?.origin, keys, size: newest.size });
  if (!read.ok) throw new KeptRefused(read.fault, read.sentence);
  const { size, root } = read.checkpoint;
  const answer = await consistencyOf(pool, size, to);
  if (!sameHash(answer.fromRoot, root)) {
    throw new KeptRefused(
      'rewritten',
      `The first ${size} events are not those of the checkpoint that you kept: events and ledger were changed and signed anew.`,
    );
  }
  return answer;
}
