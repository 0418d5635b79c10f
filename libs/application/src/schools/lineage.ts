import type pg from 'pg';

/**
 * For each school every school that it was before or has become since, through as many conversions as there were;
 * itself among them. A twin of a split is neither.
 */
export async function lineageOf(
  db: Pick<pg.Pool, 'query'>,
  urns: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const wanted = [...new Set(urns)];
  const { rows } = await db.query<{ start: string; urn: string }>(
    `with recursive before(start, urn) as (
       select urn, urn from unnest($1::text[]) as urn
       union select before.start, l.from_urn from before join school_links l on l.to_urn = before.urn),
     since(start, urn) as (
       select urn, urn from unnest($1::text[]) as urn
       union select since.start, l.to_urn from since join school_links l on l.from_urn = since.urn)
     select * from before union select * from since`,
    [wanted],
  );
  const lines = new Map(wanted.map((urn) => [urn, new Set([urn])]));
  for (const { start, urn } of rows) lines.get(start)?.add(urn);
  return lines;
}
