import type pg from 'pg';
import type { AuditedEvent } from '@linking/events/postgres/audited-rows.js';
import type { SignedCheckpoint } from '@linking/events/ledger/checkpoint.js';
import { GrowingTree, type TreeNode } from '@linking/events/ledger/growing-tree.js';
import { readKept } from '@linking/events/ledger/kept-checkpoint.js';
import type { Replacement } from '@linking/events/ledger/key-replacement.js';
import type { VerifierKey } from '@linking/events/ledger/ledger-keys.js';
import { leafHash, sameHash } from '@linking/events/ledger/tree-hashes.js';
import { checkedKeys, losses } from './checked-keys.js';
import { checkEvent, checkWaiting, eventInWords, leafOf, type LeafRow } from './event-checks.js';
import { leavesFrom, nodesAbove, treeCounts } from './ledger-rows.js';
import { nodeInWords } from './ledger-tables.js';
import type { LogSource } from './log-source.js';
import { SignedSizes, type Signed } from './signed-sizes.js';
import { leavesStand, nodesStand, wholePage } from './whole-pages.js';
import { Wrong, type FirstWrong } from './wrong.js';

export interface VerifyOptions {
  /** Keys that did not come from the database; what they do not vouch for is not believed. */
  readonly trusted?: readonly VerifierKey[];
  /** A checkpoint that somebody kept: the log must still begin with all that it spoke of. */
  readonly since?: string;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
  /** Events a page. */
  readonly page?: number;
}

export type Verification =
  | {
      readonly ok: true;
      /** Events that the newest signature covers. */
      readonly size: number;
      /** Events after those, which wait for the next signature; as many as a page holds, or fewer. */
      readonly notYetSigned: number;
      /** The newest signed checkpoint; absent while nothing was signed. */
      readonly checkpoint?: string;
      readonly signedAt?: string;
      /** Size of the checkpoint that somebody kept, from which the log goes on. */
      readonly keptSize?: number;
      /** Keys that took the place of a lost one, the oldest first. */
      readonly replaced?: readonly Replacement[];
      /** Where the trusted keys do not vouch for the one that signs now: how many events they vouch for. */
      readonly vouchedTo?: number;
      /** Whoever signed the kept checkpoint has not handed over to who signs now. */
      readonly keptReaches?: false;
    }
  | { readonly ok: false; readonly wrong: FirstWrong };

const PAGE = 2_000;

/**
 * Makes the whole tree again from the stored texts, and compares every leaf, node, column, root and signature on the way.
 * Ends at the first thing that is wrong. Reads page after page, so that memory stays flat.
 */
export async function verifyLog(
  { pool, source }: { readonly pool: pg.Pool; readonly source: LogSource },
  options: VerifyOptions = {},
): Promise<Verification> {
  try {
    return await verified(pool, source, options);
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, wrong: error.wrong };
    throw error;
  }
}

async function verified(pool: pg.Pool, source: LogSource, options: VerifyOptions): Promise<Verification> {
  const { onProgress, signal, page = PAGE } = options;
  const counts = await treeCounts(pool);
  const { signed: size } = counts;
  if (counts.leaves !== size) {
    throw new Wrong(
      `The ledger has ${counts.leaves} leaves, but its last signed checkpoint speaks of ${size}: leaves or checkpoints were added or taken out.`,
    );
  }
  const signed = await checkedKeys(pool, counts.keys, options.trusted);
  const since = options.since === undefined ? undefined : goodSince(options.since, size, signed);

  const tree = new GrowingTree();
  const sizes = await SignedSizes.open(pool, signed, since);
  let after: string | null = null;
  let reading = read(pool, source, after, 0, Math.min(page, size));
  while (tree.size < size) {
    signal?.throwIfAborted();
    const { events, kept } = await reading;
    const begin = tree.size;
    const count = Math.min(page, size - begin);
    after = events.at(-1)?.position ?? after;
    const next = begin + events.length;
    reading = read(pool, source, after, next, Math.min(page, size - next));
    reading.catch(() => undefined);
    const hashes = events.map(({ body }) => leafHash(body));
    const stand = events.length === count && leavesStand(begin, events, hashes, kept);
    // Only a page in which something does not stand is gone over leaf by leaf.
    const leaves = stand ? undefined : await leavesFrom(pool, begin, count);
    const made: TreeNode[] = [];
    for (let at = 0; at < (leaves?.length ?? count); at += 1) {
      const leaf = leaves?.[at];
      if (leaf !== undefined) checkLeaf(begin + at, events[at], leaf, hashes[at]);
      tree.add(hashes[at]!, (node) => made.push(node));
      if (sizes.has(tree.size)) {
        await sizes.compare(tree, leaf ?? leafOf(begin + at, events[at]!, hashes[at]!));
      }
    }
    if (leaves !== undefined && leaves.length < count) {
      throw new Wrong(`Leaf ${tree.size} is missing in the ledger.`, { leaf: tree.size });
    }
    if (!nodesStand(made, kept)) checkNodes(made, await nodesAbove(pool, begin, begin + count));
    onProgress?.({ done: tree.size, total: size });
  }
  await reading;
  if (counts.nodes !== innerNodes(size)) throw new Wrong('The ledger has hashes that belong to no leaves.');
  const waiting = await source(after, page);
  waiting.forEach(checkWaiting);
  const newest = sizes.newest();
  return {
    ok: true,
    size,
    notYetSigned: waiting.length,
    ...(newest === undefined ? {} : { checkpoint: newest.note, signedAt: newest.signedAt }),
    ...(since === undefined ? {} : { keptSize: since.size }),
    ...losses(signed, sizes.vouchedTo, since),
  };
}

function read(pool: pg.Pool, source: LogSource, after: string | null, begin: number, count: number) {
  const ask = async () => {
    const [events, kept] = await Promise.all([
      count === 0 ? [] : source(after, count),
      wholePage(pool, begin, begin + count),
    ]);
    return { events, kept };
  };
  return ask();
}

function checkLeaf(
  index: number,
  event: AuditedEvent | undefined,
  leaf: LeafRow,
  hash: Buffer | undefined,
): void {
  if (leaf.leaf !== index) throw new Wrong(`Leaf ${index} is missing in the ledger.`, { leaf: index });
  if (event === undefined || hash === undefined) {
    throw new Wrong(
      `${eventInWords(leaf)} is missing: it was recorded and signed, and the log ends before it.`,
      leaf,
    );
  }
  checkEvent(event, leaf, sameHash(hash, leaf.hash));
}

function checkNodes(made: readonly TreeNode[], kept: ReadonlyMap<string, Buffer>): void {
  for (const { level, index, hash } of made) {
    const stored = kept.get(`${level}/${index}`);
    if (stored !== undefined && sameHash(stored, hash)) continue;
    const what = stored === undefined ? 'is missing' : 'is not what the events give';
    throw new Wrong(`In the ledger ${nodeInWords(level, index)} ${what}.`, { leaf: index * 2 ** level });
  }
}

/** Complete subtrees of at least two leaves in a tree of this size. */
function innerNodes(size: number): number {
  let count = 0;
  for (let leaves = Math.floor(size / 2); leaves > 0; leaves = Math.floor(leaves / 2)) count += leaves;
  return count;
}

function goodSince(text: string, size: number, { origin, keys }: Signed): SignedCheckpoint {
  const kept = readKept(text, { origin, keys, size });
  if (!kept.ok) throw new Wrong(kept.sentence, { kept: kept.fault });
  return kept.checkpoint;
}
