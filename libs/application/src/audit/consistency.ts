import type pg from 'pg';
import { consistencyProof, treeRoot } from '@linking/events/ledger/proofs.js';
import { NothingSigned, UnknownSize } from './audit-errors.js';
import { newestCheckpoint, nodesIn } from './ledger-tables.js';

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
