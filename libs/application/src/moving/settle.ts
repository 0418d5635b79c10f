import type pg from 'pg';
import type { StoredEvent } from '@linking/events/event-store.js';
import { GrowingTree, type TreeNode } from '@linking/events/ledger/growing-tree.js';
import { leafHash } from '@linking/events/ledger/tree-hashes.js';
import { inLockedTransaction } from '../locked-transaction.js';
import type { Destination, LogToBring } from './log-to-bring.js';
import { MovingRefused } from './moving-refused.js';
import type { Tell } from './progress.js';
import { READ_MODEL_TABLES } from './tables.js';

/** A page of the log as it is read back, with what it adds to the Merkle tree. */
export interface PageReadBack {
  /** Index of its first event. */
  readonly first: number;
  readonly events: readonly StoredEvent[];
  readonly hashes: readonly Buffer[];
  readonly nodes: readonly TreeNode[];
}

/** What the database does when its log stands in another store. */
export interface Settling {
  /**
   * How many events each consumer has read that is not simply begun again, and the ledger; looked up before anything is
   * changed.
   */
  readonly consumers: (transaction: pg.PoolClient) => Promise<ReadonlyMap<string, number>>;
  readonly page: (transaction: pg.PoolClient, page: PageReadBack) => Promise<void>;
  readonly last?: (transaction: pg.PoolClient) => Promise<void>;
}

const PAGE = 2_000;
const SETTLING_LOCK = 'log-settling';

/**
 * Reads back what stands in the store and, when its root is that of the file, lets everything in the database that keeps a
 * position follow to the new ones: all in one transaction, or nothing.
 */
export async function settle(
  { pool, store }: Destination,
  { logId, events: total, root }: LogToBring,
  settling: Settling,
  tell: Tell = () => undefined,
): Promise<void> {
  await inLockedTransaction(pool, SETTLING_LOCK, async (transaction) => {
    const consumers = await settling.consumers(transaction);
    const wanted = new Set(consumers.values());
    const positions = new Map<number, string>();
    const tree = new GrowingTree();
    for (let after: string | null = null; ;) {
      const { events }: { readonly events: readonly StoredEvent[] } = await store.readAll({
        after,
        limit: PAGE,
      });
      if (events.length === 0) break;
      const first = tree.size;
      const nodes: TreeNode[] = [];
      const hashes = events.map(({ body }) => leafHash(body));
      for (const [index, hash] of hashes.entries()) {
        tree.add(hash, (node) => nodes.push(node));
        if (wanted.has(tree.size)) positions.set(tree.size, events[index]!.position);
      }
      await settling.page(transaction, { first, events, hashes, nodes });
      after = events.at(-1)!.position;
      tell(tree.size, total);
    }
    if (tree.size !== total || tree.root().toString('base64') !== root)
      throw new MovingRefused(
        `What stands in the log now is not what is in the file: ${tree.size} events, of another root. Somebody else has written to it. Use an empty log.`,
      );
    await moveConsumers(transaction, consumers, positions);
    await settling.last?.(transaction);
    await transaction.query('update log_identity set confirmed = true where log_id = $1', [logId]);
    await transaction.query('update log_imports set finished_at = now() where finished_at is null');
  });
}

/** The others read the log from its start, into empty tables. */
async function moveConsumers(
  transaction: pg.PoolClient,
  consumers: ReadonlyMap<string, number>,
  positions: ReadonlyMap<number, string>,
): Promise<void> {
  await transaction.query('delete from checkpoints');
  const { rows } = await transaction.query<{ name: string }>(
    'select name from unnest($1::text[]) name where to_regclass(name) is not null',
    [READ_MODEL_TABLES],
  );
  await transaction.query(`truncate ${rows.map(({ name }) => name).join(', ')}`);
  for (const [consumer, read] of consumers) {
    const position = positions.get(read);
    if (position !== undefined)
      await transaction.query('insert into checkpoints (consumer, position) values ($1, $2)', [
        consumer,
        position,
      ]);
  }
}
