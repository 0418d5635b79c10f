import type { AuditMark } from '@linking/domain/link/audit-marks.js';

/** What an auditor looks for: a mark of an entry, or the door of the import. */
export type LinkMark = AuditMark | 'imported';

/** How many such entries a link has. Where an entry came from is known to the history alone. */
export const markColumns: Readonly<Record<LinkMark, string>> = {
  correction: 'link_board.corrections',
  void: 'link_board.voids',
  override: 'link_board.overrides',
  late: 'link_board.late',
  imported: `(select count(*)::int from link_history h
              where h.ref = link_board.ref and h.source = 'link' and h.channel = 'import')`,
};

/** A link of which nothing was recorded for longer is silent. */
export const SILENT_DAYS = 21;

export interface LinkQuery {
  /** SQL condition of the reader's scope with its values already in `params`. */
  readonly scope: (params: unknown[]) => string;
  readonly programme?: string;
  readonly year?: string;
  readonly stage?: string;
  readonly outcome?: string;
  readonly flag?: string;
  /** Only links that have such an entry. */
  readonly mark?: LinkMark;
  /** Part of a reference, a school's name or URN, or a person's name. */
  readonly q?: string;
  /** Reference of the last link of the page before. */
  readonly after?: string;
  readonly limit: number;
  /** London, by the clock port: overdue is a matter of today. */
  readonly today: string;
}

/** The links of a query as an SQL condition on `link_board`. */
export function linkConditions(query: Omit<LinkQuery, 'after' | 'limit'>): {
  where: string;
  params: unknown[];
} {
  const params: unknown[] = [];
  const where = [query.scope(params), `programme <> ''`];
  const equal = (column: string, value: string | undefined) => {
    if (value === undefined) return;
    params.push(value);
    where.push(`${column} = $${params.length}`);
  };
  if (query.programme !== undefined) {
    params.push(query.programme);
    where.push(`(programme = $${params.length} or partner_programme = $${params.length})`);
  }
  equal('year', query.year);
  equal('stage', query.stage);
  equal('outcome', query.outcome);
  if (query.flag === 'paused') where.push(`paused and outcome = 'open'`);
  if (query.flag === 'overdue') {
    params.push(query.today);
    where.push(`outcome = 'open' and not paused and overdue_after < $${params.length}`);
  }
  if (query.flag === 'at-risk') {
    params.push(query.today);
    where.push(`outcome = 'open' and at_risk_from <= $${params.length}`);
  }
  if (query.mark !== undefined) where.push(`${markColumns[query.mark]} > 0`);
  if (query.flag === 'contact-lost') where.push(`contact_lost and outcome = 'open'`);
  if (query.flag === 'silent') {
    params.push(query.today);
    where.push(`outcome = 'open' and not paused and not exists (
      select from link_history h where h.ref = link_board.ref and h.source = 'link'
        and h.recorded_at >= ($${params.length}::date - ${SILENT_DAYS})::timestamp at time zone 'Europe/London')`);
  }
  for (const word of (query.q ?? '').toLowerCase().split(/\s+/).filter(Boolean)) {
    params.push(`%${word.replace(/[\\%_]/g, '\\$&')}%`);
    const like = `like $${params.length}`;
    where.push(`(lower(ref) ${like} or urn_a ${like} or urn_b ${like}
      or exists (select from schools where urn in (urn_a, urn_b) and lower(name) ${like})
      or exists (select from people where id = any(link_board.people) and erased_at is null and lower(name) ${like}))`);
  }
  return { where: where.join(' and '), params };
}
