import type { AuditedEvent } from '@linking/events/postgres/audited-rows.js';
import type { TreeNode } from '@linking/events/ledger/growing-tree.js';
import { HASH_BYTES, sameHash } from '@linking/events/ledger/tree-hashes.js';
import type { Queryable } from '@linking/projections/projection.js';
import { saidBy } from './event-checks.js';

/** What the ledger keeps of some leaves and of the nodes that became complete with them, in few texts and runs of bytes. */
export interface WholePage {
  /** A line for each leaf. */
  readonly lines: string;
  readonly hashes: Buffer;
  /** By level. */
  readonly nodes: ReadonlyMap<number, { readonly places: number; readonly hashes: Buffer }>;
}

/** Leaves `begin` up to and without `end`. A value that is missing or a hash of another length leaves a gap. */
export async function wholePage(db: Queryable, begin: number, end: number): Promise<WholePage> {
  const [leaves, nodes] = await Promise.all([
    db.query<{ lines: string | null; hashes: Buffer | null }>(
      `select string_agg(
           leaf || E'\\t' || revision || E'\\t' || event_id || E'\\t' || position || E'\\t' || stream,
           E'\\n' order by leaf) as lines,
         string_agg(hash, ''::bytea order by leaf) filter (where octet_length(hash) = ${HASH_BYTES}) as hashes
       from ledger_leaves where leaf >= $1 and leaf < $2`,
      [begin, end],
    ),
    nodesOfLevels(db, begin, end),
  ]);
  const [{ lines, hashes }] = leaves.rows as [{ lines: string | null; hashes: Buffer | null }];
  return { lines: lines ?? '', hashes: hashes ?? Buffer.alloc(0), nodes };
}

async function nodesOfLevels(db: Queryable, begin: number, end: number): Promise<WholePage['nodes']> {
  const ranges = completeWith(begin, end);
  if (ranges.length === 0) return new Map();
  const { rows } = await db.query<{ level: number; places: number; hashes: Buffer | null }>(
    `select wanted.level, kept.places, kept.hashes
     from unnest($1::smallint[], $2::bigint[], $3::bigint[]) wanted(level, first, beyond)
     cross join lateral (
       select count(distinct n.index) as places,
         string_agg(n.hash, ''::bytea order by n.index) filter (where octet_length(n.hash) = ${HASH_BYTES}) as hashes
       from ledger_nodes n
       where n.level = wanted.level and n.index >= wanted.first and n.index < wanted.beyond
     ) kept`,
    [ranges.map(({ level }) => level), ranges.map(({ from }) => from), ranges.map(({ to }) => to)],
  );
  return new Map(
    rows.map(({ level, places, hashes }) => [level, { places, hashes: hashes ?? Buffer.alloc(0) }]),
  );
}

/** At each level, the nodes that become complete with leaves `begin` up to and without `end`. */
export function completeWith(begin: number, end: number) {
  const ranges: { readonly level: number; readonly from: number; readonly to: number }[] = [];
  for (let level = 1, width = 2; width <= end; level += 1, width *= 2) {
    const [from, to] = [Math.floor(begin / width), Math.floor(end / width)];
    if (from < to) ranges.push({ level, from, to });
  }
  return ranges;
}

/**
 * Whether events, columns and leaves of a page say the same, compared in whole; each at a time costs ten times as much. When it
 * is false, or a text cannot be read, whoever goes over them one by one finds out what is wrong.
 */
export function leavesStand(
  begin: number,
  events: readonly AuditedEvent[],
  hashes: readonly Buffer[],
  page: WholePage,
): boolean {
  if (!sameHash(Buffer.concat(hashes), page.hashes)) return false;
  let lines = '';
  for (const [at, { body, position, filed }] of events.entries()) {
    const said = saidBy(body);
    if (said === undefined) return false;
    const { id, stream, revision, type, recordedAt } = said;
    lines += `${at === 0 ? '' : '\n'}${begin + at}\t${revision}\t${id}\t${position}\t${stream}`;
    if (filed === undefined) continue;
    if (filed !== `${revision}\t${id}\t${Date.parse(recordedAt)}.000000\t${type}\t${stream}`) return false;
  }
  return lines === page.lines;
}

/** Whether the nodes of a page are kept as they were made. */
export function nodesStand(made: readonly TreeNode[], { nodes }: WholePage): boolean {
  const levels = new Map<number, Buffer[]>();
  for (const { level, hash } of made) {
    const hashes = levels.get(level);
    if (hashes === undefined) levels.set(level, [hash]);
    else hashes.push(hash);
  }
  return [...levels].every(([level, hashes]) => {
    const kept = nodes.get(level);
    return kept?.places === hashes.length && sameHash(Buffer.concat(hashes), kept.hashes);
  });
}
