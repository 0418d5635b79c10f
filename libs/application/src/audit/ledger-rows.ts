import { HASH_BYTES } from '@linking/events/ledger/tree-hashes.js';
import type { Queryable } from '@linking/projections/projection.js';
import type { LeafRow } from './event-checks.js';
import { completeWith } from './whole-pages.js';

/** Leaves `begin` up to and without `begin + count`, in order; as one text and one row of bytes, which is quicker. */
export async function leavesFrom(db: Queryable, begin: number, count: number): Promise<readonly LeafRow[]> {
  if (count === 0) return [];
  const { rows } = await db.query<{ lines: string | null; hashes: Buffer | null }>(
    `select string_agg(concat_ws(E'\\t', leaf, revision, event_id, position, stream), E'\\n' order by leaf) as lines,
       string_agg(hash, ''::bytea order by leaf) as hashes
     from ledger_leaves where leaf >= $1 and leaf < $2`,
    [begin, begin + count],
  );
  const { lines, hashes } = rows[0]!;
  if (lines === null || hashes === null) return [];
  return lines.split('\n').map((line, at) => {
    const [leaf, revision, eventId = '', position = '', ...stream] = line.split('\t');
    return {
      leaf: Number(leaf),
      position,
      stream: stream.join('\t'),
      revision: Number(revision),
      eventId,
      hash: hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
    };
  });
}

/** The nodes that became complete with leaves `begin` up to and without `end`, by `level/index`. */
export async function nodesAbove(
  db: Queryable,
  begin: number,
  end: number,
): Promise<ReadonlyMap<string, Buffer>> {
  const nodes = new Map<string, Buffer>();
  const ranges = completeWith(begin, end);
  if (ranges.length === 0) return nodes;
  const { rows } = await db.query<{ level: number; index: number; hash: Buffer }>(
    `select n.level, n.index, n.hash
     from unnest($1::smallint[], $2::bigint[], $3::bigint[]) wanted(level, first, beyond)
     join ledger_nodes n on n.level = wanted.level and n.index >= wanted.first and n.index < wanted.beyond`,
    [ranges.map(({ level }) => level), ranges.map(({ from }) => from), ranges.map(({ to }) => to)],
  );
  for (const { level, index, hash } of rows) nodes.set(`${level}/${index}`, hash);
  return nodes;
}

export interface TreeCounts {
  readonly leaves: number;
  readonly nodes: number;
  /** Size of the newest checkpoint. */
  readonly signed: number;
  /** Keys; the last of them signs. */
  readonly keys: number;
}

/** All of one moment, though the tree may be growing. */
export async function treeCounts(db: Queryable): Promise<TreeCounts> {
  const { rows } = await db.query<TreeCounts>(
    `select (select coalesce(max(size), 0) from ledger_checkpoints) as signed,
            (select coalesce(max(leaf) + 1, 0) from ledger_leaves) as leaves,
            (select count(*) from ledger_nodes) as nodes,
            (select count(*) from ledger_keys) as keys`,
  );
  return rows[0]!;
}

/** What the ledger has as the leaf of an event; `undefined` while it has none. */
export async function leafHashOf(
  db: Queryable,
  { stream, revision }: Pick<LeafRow, 'stream' | 'revision'>,
): Promise<Buffer | undefined> {
  const { rows } = await db.query<{ hash: Buffer }>(
    'select hash from ledger_leaves where stream = $1 and revision = $2',
    [stream, revision],
  );
  return rows[0]?.hash;
}

/** Which leaves the events of a stream are, by revision. */
export async function leavesOfStream(db: Queryable, stream: string): Promise<ReadonlyMap<number, number>> {
  const { rows } = await db.query<{ revision: number; leaf: number }>(
    'select revision, leaf from ledger_leaves where stream = $1',
    [stream],
  );
  return new Map(rows.map(({ revision, leaf }) => [revision, leaf]));
}
