import type { Link } from '@linking/domain/link/link.js';
import type { Queryable, Transaction } from '../projection.js';

/** Replaces the meetings of a link with those it has now. */
export async function saveMeetings(transaction: Transaction, link: Link): Promise<void> {
  await transaction.query('delete from link_meetings where ref = $1', [link.ref]);
  for (const meeting of link.meetings) {
    await transaction.query(
      `insert into link_meetings (ref, number, status, mode, on_day, starts_at, ends_at, venue_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        link.ref,
        meeting.number,
        meeting.status,
        meeting.mode,
        meeting.on,
        meeting.startsAt ?? null,
        meeting.endsAt ?? null,
        meeting.venueId ?? null,
      ],
    );
  }
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

export interface DiaryEntry {
  readonly ref: string;
  readonly number: number;
  readonly on: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly venueId: string | null;
}

/** What is planned at a venue from a day on, earliest first. */
export async function venueDiary(
  db: Queryable,
  venueId: string,
  from: string,
): Promise<readonly DiaryEntry[]> {
  const { rows } = await db.query<DiaryEntry>(
    `select ref, number, on_day as "on", starts_at as "startsAt", ends_at as "endsAt", venue_id as "venueId"
     from link_meetings where venue_id = $1 and on_day >= $2 and status = 'planned' order by on_day, starts_at, ref`,
    [venueId, from],
  );
  return rows;
}
