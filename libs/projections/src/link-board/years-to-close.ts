import type { Queryable } from '../projection.js';

/** Links of a programme's year that are still open although it ends or has ended. */
export interface YearToClose {
  readonly programme: string;
  readonly year: string;
  readonly links: number;
  /** The last day of the year. */
  readonly on: string;
}

/** From July on a year wants to be closed; nothing closes by itself, so it stays until somebody has. */
export async function yearsToClose(
  db: Queryable,
  query: { readonly programmes: 'all' | readonly string[]; readonly today: string },
): Promise<readonly YearToClose[]> {
  const { rows } = await db.query<YearToClose>(
    `select programme, year, count(*)::int as links, (left(year, 4)::int + 1) || '-07-31' as "on"
     from link_board
     where outcome = 'open' and programme <> '' and make_date(left(year, 4)::int + 1, 7, 1) <= $2
       and ($1::text[] is null or programme = any($1))
     group by programme, year order by year, programme`,
    [query.programmes === 'all' ? null : query.programmes, query.today],
  );
  return rows;
}
