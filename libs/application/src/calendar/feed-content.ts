import type pg from 'pg';
import { yearEnd, yearStart } from '@linking/domain/calendar/academic-year.js';
import { meetingAppointments, type MeetingAppointment } from '@linking/domain/link/meeting-appointments.js';
import type { Session } from '@linking/domain/training/session.js';
import { standingOf } from '@linking/domain/training/standing.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { PlaceWords } from '@linking/notices/appointment-words.js';
import { meetingEntry, trainingEntry } from '@linking/notices/calendar/appointment-entries.js';
import type { CalendarEntry } from '@linking/notices/calendar/calendar-entry.js';
import type { Queryable } from '@linking/projections/projection.js';
import { readSession, type SessionHistory } from '../training/read-session.js';
import type { Feed } from './feed-address.js';
import { feedSubject, type FeedLink } from './feed-subjects.js';

export interface FeedContent {
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
}

/**
 * The meetings and sessions of one academic year, until 31 July; those that were cancelled too, so that they leave the
 * calendars they stand in. `undefined` for somebody who has no calendar any more.
 * Which links there are, and what happened in them, is told by the read model: one query, a moment behind the log. A
 * version has the same SEQUENCE and DTSTAMP as in the mail about it, for both are counted by the same rule.
 * @param today London day
 */
export async function feedContent(
  { pool, store }: { readonly pool: pg.Pool; readonly store: EventStore },
  feed: Feed,
  { today, mailDomain }: { readonly today: string; readonly mailDomain: string },
): Promise<FeedContent | undefined> {
  const subject = await feedSubject(pool, feed, today);
  if (subject === undefined) return undefined;
  const { name, year, links, sessionIds } = subject;
  const inYear = ({ on }: { readonly on: string }) => yearStart(year) <= on && on <= yearEnd(year);
  const meetings = links.flatMap((link) =>
    meetingAppointments(link.link)
      .filter(({ meeting }) => inYear(meeting) && (link.shows?.(meeting.on) ?? true))
      .map((appointment) => ({ link, appointment })),
  );
  const read = await Promise.all(sessionIds.map((id) => readSession(store, id)));
  const sessions = read.map((history) => asSeenBy(feed, history)).filter(inYear);
  const places = await venuesByIds(pool, [
    ...meetings.map(({ appointment }) => appointment.meeting.venueId),
    ...sessions.map(({ venueId }) => venueId),
  ]);
  const programmes = await programmeNames(pool, sessions);
  return {
    name,
    entries: [
      ...meetings.flatMap(({ link, appointment }) => ofMeeting(link, appointment, places, mailDomain)),
      ...sessions.map((session) => ofSession(session, programmes, places, mailDomain)),
    ].toSorted(byTime),
  };
}

/** A teacher who came back after she had left has another version of a session than others have. */
const asSeenBy = (feed: Feed, { facts, session }: SessionHistory): Session =>
  feed.kind === 'teacher' ? (standingOf(facts, feed.personId)?.session ?? session) : session;

type Venues = ReadonlyMap<string, PlaceWords>;

/** One that was entered after it was held, and never planned, has no times. */
function ofMeeting(
  { link, programme, schools }: FeedLink,
  { meeting, cancelled, sequence, stamp }: MeetingAppointment,
  venues: Venues,
  mailDomain: string,
): readonly CalendarEntry[] {
  const { number, on, startsAt, endsAt, mode, venueId, hostSide } = meeting;
  if (startsAt === undefined || endsAt === undefined) return [];
  const place: PlaceWords =
    mode === 'virtual'
      ? { kind: 'online' }
      : venueId !== undefined || hostSide === undefined
        ? venueOf(venueId, venues)
        : { kind: 'school', name: schools[hostSide], own: false };
  const version = { on, startsAt, endsAt, sequence, stamp, cancelled, place, programme };
  const host = hostSide === undefined ? {} : { hostSide };
  return [meetingEntry({ ...version, ...host, ref: link.ref, number, schools }, mailDomain)];
}

const ofSession = (
  session: Session,
  programmes: ReadonlyMap<string, string>,
  venues: Venues,
  mailDomain: string,
): CalendarEntry =>
  trainingEntry(
    {
      ...session,
      sessionId: session.id,
      cancelled: session.cancelled !== undefined,
      place: venueOf(session.venueId, venues),
      programme: programmes.get(session.programme) ?? session.programme,
    },
    mailDomain,
  );

const venueOf = (venueId: string | undefined, venues: Venues): PlaceWords =>
  venues.get(venueId ?? '') ?? { kind: 'to-follow' };

async function venuesByIds(db: Queryable, ids: readonly (string | undefined)[]): Promise<Venues> {
  const { rows } = await db.query<{ id: string; name: string; postcode: string }>(
    `select v.venue_id as id, v.postcode, coalesce(n.text, 'Venue at ' || v.postcode) as name
     from venues v left join notes n on n.id = v.name_id and n.erased_at is null
     where v.venue_id = any($1::uuid[])`,
    [[...new Set(ids.filter((id) => id !== undefined))]],
  );
  return new Map(rows.map(({ id, name, postcode }) => [id, { kind: 'venue', name, postcode }]));
}

async function programmeNames(
  db: Queryable,
  sessions: readonly Pick<Session, 'programme'>[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query<{ slug: string; name: string }>(
    'select slug, name from programmes where slug = any($1)',
    [[...new Set(sessions.map(({ programme }) => programme))]],
  );
  return new Map(rows.map(({ slug, name }) => [slug, name]));
}

function byTime(x: CalendarEntry, y: CalendarEntry): number {
  const at = ({ day, startsAt, uid }: CalendarEntry) => `${day} ${startsAt} ${uid}`;
  return at(x) < at(y) ? -1 : 1;
}
