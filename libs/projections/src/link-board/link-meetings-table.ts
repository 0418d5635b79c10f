import type { Link } from '@linking/domain/link/link.js';
import type { Queryable, Transaction } from '../projection.js';

/** Replaces the meetings of links with those they have now. */
export async function saveMeetings(transaction: Transaction, links: readonly Link[]): Promise<void> {
  await transaction.query('delete from link_meetings where ref = any($1)', [links.map(({ ref }) => ref)]);
  const rows = links.flatMap(({ ref, meetings }) =>
    meetings.map(({ number, status, mode, on, startsAt, endsAt, venueId }) => ({
      ref,
      number,
      status,
      mode,
      on_day: on,
      starts_at: startsAt,
      ends_at: endsAt,
      venue_id: venueId,
    })),
  );
  if (rows.length === 0) return;
  await transaction.query(
    'insert into link_meetings select * from jsonb_populate_recordset(null::link_meetings, $1)',
    [JSON.stringify(rows)],
  );
}

/** References of the links that meet at a venue in this time or part of it. */
export async function linksMeetingAt(
  db: Queryable,
  at: { readonly venueId: string; readonly on: string; readonly startsAt: string; readonly endsAt: string },
): Promise<readonly string[]> {
  const { rows } = await db.query<{ ref: string }>(
    `select ref from link_meetings
     where venue_id = $1 and on_day = $2 and status = 'planned' and starts_at < $4 and ends_at > $3 order by ref`,
    [at.venueId, at.on, at.startsAt, at.endsAt],
  );
  return rows.map(({ ref }) => ref);
}

export interface FullVenue {
  readonly venueId: string;
  readonly programme: string;
  readonly on: string;
  readonly linksAtOnce: number;
  /** References of the links that meet there at the same time, with the number of the meeting, as `BRD-2026-009 1`. */
  readonly meetings: readonly string[];
}

/** Venues at which more links are going to meet at the same time than there is room for. */
export async function fullVenues(
  db: Queryable,
  query: { readonly programmes: 'all' | readonly string[]; readonly today: string },
): Promise<readonly FullVenue[]> {
  const { rows } = await db.query<FullVenue>(
    `with planned as (
       select m.*, v.programme, v.links_at_once
       from link_meetings m join link_board b on b.ref = m.ref
       join venues v on v.venue_id = m.venue_id and v.programme in (b.programme, b.partner_programme)
       where m.status = 'planned' and m.on_day >= $2 and b.outcome = 'open'
         and ($1::text[] is null or v.programme = any($1))),
     crowded as (
       select x.ref, x.number, x.venue_id, x.programme, x.links_at_once, x.on_day, count(*) as at_once
       from planned x join planned y
         on y.venue_id = x.venue_id and y.on_day = x.on_day and y.starts_at < x.ends_at and y.ends_at > x.starts_at
       group by x.ref, x.number, x.venue_id, x.programme, x.links_at_once, x.on_day)
     select venue_id as "venueId", programme, on_day::text as "on", links_at_once as "linksAtOnce",
            array_agg(ref || ' ' || number order by ref, number) as meetings
     from crowded where at_once > links_at_once
     group by venue_id, programme, links_at_once, on_day order by on_day, venue_id`,
    [query.programmes === 'all' ? null : query.programmes, query.today],
  );
  return rows;
}

export interface DiaryEntry {
  readonly ref: string;
  readonly number: number;
  readonly on: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly venueId: string | null;
}

/** What is planned at these venues from a day on, earliest first. */
export async function venueDiary(
  db: Queryable,
  venueIds: readonly string[],
  from: string,
): Promise<readonly DiaryEntry[]> {
  const { rows } = await db.query<DiaryEntry>(
    `select ref, number, on_day as "on", starts_at as "startsAt", ends_at as "endsAt", venue_id as "venueId"
     from link_meetings where venue_id = any($1::uuid[]) and on_day >= $2 and status = 'planned' order by on_day, starts_at, ref`,
    [venueIds, from],
  );
  return rows;
}
