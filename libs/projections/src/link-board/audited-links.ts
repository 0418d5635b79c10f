import type { Link } from '@linking/domain/link/link.js';
import type { Queryable } from '../projection.js';
import { linkConditions, markColumns, type LinkMark, type LinkQuery } from './link-conditions.js';

/** What is counted of each link: its entries, and those with a mark. */
export type AuditCount = LinkMark | 'entries';

export const linkMarks = Object.keys(markColumns) as readonly LinkMark[];
const counts: readonly AuditCount[] = ['entries', ...linkMarks];
const columnOf = (count: AuditCount) => (count === 'entries' ? 'link_board.revision' : markColumns[count]);

export interface AuditedLink {
  readonly link: Omit<Link, 'entries'>;
  readonly counts: Readonly<Record<AuditCount, number>>;
}

export interface AuditedQuery extends Omit<LinkQuery, 'after'> {
  /** By reference, or by a count with the highest first. */
  readonly sort: 'ref' | AuditCount;
  /** The last link of the page before, with its count when they are sorted by one. */
  readonly after?: { readonly ref: string; readonly count: number };
}

/** Links with what an auditor looks for; one more than the limit tells that there is a next page. */
export async function findAuditedLinks(db: Queryable, query: AuditedQuery): Promise<readonly AuditedLink[]> {
  const { where, params } = linkConditions(query);
  const given = (value: unknown) => `$${params.push(value)}`;
  const { sort, after } = query;
  const key = sort === 'ref' ? 'ref' : `"${sort}" desc, ref`;
  const beyond =
    after === undefined
      ? 'true'
      : sort === 'ref'
        ? `ref > ${given(after.ref)}`
        : `(-"${sort}", ref) > (-${given(after.count)}::int, ${given(after.ref)})`;
  const { rows } = await db.query<{ link: Omit<Link, 'entries'> } & Record<AuditCount, number>>(
    `select * from (
       select ref, link - 'entries' as link, ${counts.map((count) => `${columnOf(count)} as "${count}"`).join(', ')}
       from link_board where ${where}) audited
     where ${beyond} order by ${key} limit ${given(query.limit)}`,
    params,
  );
  return rows.map(({ link, entries, correction, void: voids, override, late, imported }) => ({
    link,
    counts: { entries, correction, void: voids, override, late, imported },
  }));
}

export interface AuditFigure {
  /** Links that have at least one. */
  readonly links: number;
  /** All of them together. */
  readonly total: number;
}

/** The figures over all links of a query. */
export async function auditFigures(
  db: Queryable,
  query: Omit<LinkQuery, 'after' | 'limit' | 'mark'>,
): Promise<Readonly<Record<AuditCount, AuditFigure>>> {
  const { where, params } = linkConditions(query);
  const sums = counts.map(
    (count) =>
      `json_build_object('links', count(*) filter (where "${count}" > 0), 'total', coalesce(sum("${count}"), 0)) as "${count}"`,
  );
  const { rows } = await db.query<Record<AuditCount, AuditFigure>>(
    `select ${sums.join(', ')} from (
       select ${counts.map((count) => `${columnOf(count)} as "${count}"`).join(', ')} from link_board where ${where}) audited`,
    params,
  );
  return rows[0]!;
}
