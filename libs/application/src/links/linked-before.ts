import type pg from 'pg';
import { earlierLinksOf, type EarlierLink } from '@linking/projections/link-board/link-board-queries.js';
import { lineageOf } from '../schools/lineage.js';

/**
 * The last earlier link of a school with each of others, by the other's URN. A school that converted is the school
 * that it was.
 */
export async function linkedBefore(
  pool: pg.Pool,
  urn: string,
  others: readonly string[],
  year: string,
): Promise<ReadonlyMap<string, EarlierLink>> {
  const lines = await lineageOf(pool, [urn, ...others]);
  const own = lines.get(urn) ?? new Set([urn]);
  const earlier = await earlierLinksOf(pool, [...own], year);
  const found = new Map<string, EarlierLink>();
  for (const other of others) {
    const line = lines.get(other) ?? new Set([other]);
    const last = earlier.find(
      ({ urns: [a, b] }) => (own.has(a) && line.has(b)) || (own.has(b) && line.has(a)),
    );
    if (last !== undefined) found.set(other, last);
  }
  return found;
}
