import type { TreeNode } from '@linking/events/ledger/growing-tree.js';
import type { ReadNodes } from '@linking/events/ledger/proofs.js';
import type { StoredEvent } from '@linking/events/event-store.js';
import type { Queryable } from '@linking/projections/projection.js';

/** How far the tree has come. */
export interface LedgerState {
  /** Name of this log. */
  readonly origin: string;
  /** Leaves so far: the index of the next one. */
  readonly size: number;
  /** Position of the last leaf's event in the log. */
  readonly position: string | null;
}

export interface KeyRow {
  readonly number: number;
  readonly vkey: string;
  /** How the key before it handed over; `null` for the first. */
  readonly statement: string | null;
}

export interface CheckpointRow {
  readonly size: number;
  readonly note: string;
  readonly signedAt: string;
  /** Vouches for the time and for all checkpoints before it, see checkpoint-seal.ts. */
  readonly seal: string;
}

/** `undefined` until the first leaf is to be added. */
export async function readLedger(db: Queryable): Promise<LedgerState | undefined> {
  const { rows } = await db.query<{ origin: string; leaf: number | null; position: string | null }>(
    `select origin, leaf, position from ledger
       left join lateral (select leaf, position from ledger_leaves order by leaf desc limit 1) last on true`,
  );
  const row = rows[0];
  return row && { origin: row.origin, size: row.leaf === null ? 0 : row.leaf + 1, position: row.position };
}

/** One at a time: the row is this transaction's until it ends. Answers the time. */
export async function lockLedger(transaction: Queryable): Promise<string> {
  const { rows } = await transaction.query<{ now: Date }>('select now() as now from ledger for update');
  return rows[0]!.now.toISOString();
}

export async function startLedgerTables(transaction: Queryable, origin: string, vkey: string): Promise<void> {
  await transaction.query('insert into ledger (origin) values ($1)', [origin]);
  await addKey(transaction, { number: 1, vkey, statement: null });
}

export async function addKey(transaction: Queryable, { number, vkey, statement }: KeyRow): Promise<void> {
  await transaction.query('insert into ledger_keys (number, vkey, statement) values ($1, $2, $3)', [
    number,
    vkey,
    statement,
  ]);
}

/** The oldest first; the last one signs. */
export async function ledgerKeys(db: Queryable): Promise<readonly KeyRow[]> {
  const { rows } = await db.query<KeyRow>('select number, vkey, statement from ledger_keys order by number');
  return rows;
}

export async function newestCheckpoint(db: Queryable): Promise<CheckpointRow | undefined> {
  return (await checkpoints(db, 'order by size desc limit 1', []))[0];
}

/** The checkpoints beyond a size, the smallest first. */
export const checkpointsAfter = (db: Queryable, size: number, limit: number) =>
  checkpoints(db, 'where size > $1 order by size limit $2', [size, limit]);

async function checkpoints(
  db: Queryable,
  which: string,
  values: readonly unknown[],
): Promise<readonly CheckpointRow[]> {
  const { rows } = await db.query<{ size: number; note: string; signed_at: Date; seal: string }>(
    `select size, note, signed_at, seal from ledger_checkpoints ${which}`,
    [...values],
  );
  return rows.map(({ size, note, signed_at, seal }) => ({
    size,
    note,
    signedAt: signed_at.toISOString(),
    seal,
  }));
}

export async function addCheckpoint(
  transaction: Queryable,
  { size, note, signedAt, seal }: CheckpointRow,
): Promise<void> {
  await transaction.query(
    'insert into ledger_checkpoints (size, note, signed_at, seal) values ($1, $2, $3, $4)',
    [size, note, signedAt, seal],
  );
}

/** Adds the events as leaves `first`, `first + 1` … with the nodes that are complete now. */
export async function addLeaves(
  transaction: Queryable,
  first: number,
  events: readonly StoredEvent[],
  hashes: readonly Buffer[],
  nodes: readonly TreeNode[],
): Promise<void> {
  await transaction.query(
    `insert into ledger_leaves (leaf, position, stream, revision, event_id, hash)
     select $1 + n - 1, position, stream, revision, event_id, substr($6::bytea, (n::int - 1) * 32 + 1, 32)
     from unnest($2::text[], $3::text[], $4::int[], $5::uuid[])
       with ordinality leaf(position, stream, revision, event_id, n)`,
    [
      first,
      events.map(({ position }) => position),
      events.map(({ envelope }) => envelope.stream),
      events.map(({ envelope }) => envelope.revision),
      events.map(({ envelope }) => envelope.id),
      Buffer.concat(hashes),
    ],
  );
  await transaction.query(
    `insert into ledger_nodes (level, index, hash)
     select level, index, substr($3::bytea, (n::int - 1) * 32 + 1, 32)
     from unnest($1::smallint[], $2::bigint[]) with ordinality node(level, index, n)`,
    [
      nodes.map(({ level }) => level),
      nodes.map(({ index }) => index),
      Buffer.concat(nodes.map(({ hash }) => hash)),
    ],
  );
}

/** A node that should be there is not: somebody took it out. */
export class LedgerIncomplete extends Error {
  override readonly name = 'LedgerIncomplete';
}

/** Reads complete subtrees, leaves among them. @throws LedgerIncomplete */
export const nodesIn =
  (db: Queryable): ReadNodes =>
  async (wanted) => {
    const { rows } = await db.query<{ n: number; hash: Buffer | null }>(
      `select n, coalesce(leaf.hash, node.hash) as hash
       from unnest($1::smallint[], $2::bigint[]) with ordinality wanted(level, index, n)
       left join ledger_nodes node on node.level = wanted.level and node.index = wanted.index
       left join ledger_leaves leaf on wanted.level = 0 and leaf.leaf = wanted.index
       order by n`,
      [wanted.map(({ level }) => level), wanted.map(({ index }) => index)],
    );
    return rows.map(({ hash }, at) => {
      const { level, index } = wanted[at]!;
      if (hash === null) throw new LedgerIncomplete(`${nodeInWords(level, index)} is missing in the ledger`);
      return hash;
    });
  };

export const nodeInWords = (level: number, index: number) =>
  level === 0
    ? `leaf ${index}`
    : `the hash of leaves ${index * 2 ** level} to ${(index + 1) * 2 ** level - 1}`;
