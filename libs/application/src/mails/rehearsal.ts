import type pg from 'pg';
import { academicYearOfDay } from '@linking/domain/calendar/school-calendar.js';
import { yearEnd, yearStart } from '@linking/domain/calendar/academic-year.js';
import { endOfLondonDay, londonDay, londonInstant, londonTime } from '@linking/domain/calendar/london.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import type { CountedMail } from '@linking/domain/reminders/mail-budget.js';
import { covers, holdsOn, WITHOUT_END, type MailHold } from '@linking/domain/reminders/mail-holds.js';
import type { EventStore } from '@linking/events/event-store.js';
import { programmeStream } from '@linking/events/streams.js';
import { readCheckpoint } from '@linking/projections/checkpoints/checkpoints-table.js';
import type { Queryable } from '@linking/projections/projection.js';
import { rehearsedLists, type RehearsedList } from '../digests/rehearsed-lists.js';
import { wasAnnounced } from './announced-before.js';
import type { BouncesKnown } from './bounces/bounced-people.js';
import { goesAt, parcelAt, schoolYearsOf } from './goes-at.js';
import { toMail, type Mail, type MailRow } from './mail.js';
import { heldBackMails, type HeldBackMail } from './upcoming-mails.js';
import { whyUnreachable } from './unreachable.js';
import { whyNotSent } from './why-not-sent.js';

/** A mail that is going to be sent when nothing changes. */
export interface RehearsedMail {
  readonly mail: Mail;
  /** London day and time at which it goes. */
  readonly day: string;
  readonly time: string;
  /** The same for all that leaves as one mail. */
  readonly parcel: string;
}

/** A mail that is planned and would not be sent as things stand. */
export interface StoppedMail {
  readonly mail: Mail;
  /** London day on which it would go. */
  readonly day: string;
  /** A code such as `too-late` or `no-address`. */
  readonly reason: string;
}

export interface HoldInForce {
  readonly hold: MailHold;
  /** Mails as people get them that would go before the day until which it lasts. */
  readonly mails: number;
}

export interface Rehearsal {
  readonly goes: readonly RehearsedMail[];
  readonly stopped: readonly StoppedMail[];
  /** By mail to the programme, and to the office: each goes when there is something to say. */
  readonly lists: readonly RehearsedList[];
  /** What holds mails now, with how many that wait. */
  readonly holds: readonly HoldInForce[];
  /** Tried and waiting, skipped or failed when it was due between the days. */
  readonly heldBack: readonly HeldBackMail[];
  /** Of the whole academic year, those that were sent with those to come. */
  readonly ofYear: readonly CountedMail[];
}

export interface RehearsalQuery {
  readonly programme: Pick<Programme, 'slug' | 'termDates' | 'disruptions'>;
  /** London days, both included. */
  readonly from: string;
  readonly to: string;
  /** Whether the reader sees what goes to the national office. */
  readonly office: boolean;
  readonly holds: readonly MailHold[];
}

const WAITING = `ended is null and programme = $1`;

/**
 * What a programme is going to send between two days: the very rows that are sent, asked what the sender asks of them
 * when they are due.
 * @param now instant of the clock port
 */
export async function rehearse(
  { store, ...bounces }: BouncesKnown & { readonly store: EventStore },
  query: RehearsalQuery,
  now: string,
): Promise<Rehearsal> {
  const { from, to, office, holds } = query;
  const { pool } = bounces;
  const programme = query.programme.slug;
  const today = londonDay(now);
  const lastDay = yearEnd(academicYearOfDay(today));
  const { rows } = await pool.query<MailRow>(
    `select * from mails where ${WAITING} and due_at <= $2 order by due_at, id collate "C"`,
    [programme, endOfLondonDay(to > lastDay ? to : lastDay)],
  );
  const goes: RehearsedMail[] = [];
  const stopped: StoppedMail[] = [];
  const waiting = rows.map(toMail);
  const others = await schoolYearsOf(
    store,
    waiting.filter(({ schoolDaysOf }) => schoolDaysOf !== undefined),
  );
  const goesThen = goesAt(now, new Map([...others, [programme, query.programme]]));
  const unreachable = await whyUnreachable(bounces, waiting);
  for (const mail of waiting) {
    if (mail.heldUntil === WITHOUT_END) {
      stopped.push({ mail, day: londonDay(goesThen(released(mail))), reason: 'held' });
      continue;
    }
    const at = goesThen(mail);
    const day = londonDay(at);
    const reason =
      (await whyNotSent(mail, at, (appointment) => wasAnnounced(pool, mail, appointment))) ??
      unreachable(mail);
    if (reason !== undefined) stopped.push({ mail, day, reason });
    else goes.push({ mail, day, time: londonTime(at), parcel: parcelAt(mail, at) });
  }
  const isBetween = ({ day }: { readonly day: string }) => from <= day && day <= to;
  const heldBack = await heldBackMails(pool, { programmes: [programme], from, to });
  const triedBefore = new Set(heldBack.map(({ id }) => id));
  const lists = { programme, office, from: from < today ? today : from, to };
  return {
    goes: goes.filter(isBetween),
    stopped: stopped.filter(isBetween).filter(({ mail }) => !triedBefore.has(mail.id)),
    lists: (await rehearsedLists(pool, lists, now)).filter(isBetween),
    holds: holds
      .filter((hold) => holdsOn(hold, today))
      .map((hold) => ({ hold, mails: mailsMovedBy(hold, waiting, (mail) => goesThen(released(mail))) })),
    heldBack,
    ofYear: [
      ...(await sentThisYear(pool, programme, now)),
      ...goes
        .filter(({ mail, day }) => mail.mailbox === undefined && day <= lastDay)
        .map(({ mail, parcel }) => ({ personId: mail.personId, parcel, sent: false })),
    ],
  };
}

const released = ({ heldUntil: _, ...mail }: Mail): Mail => mail;

/**
 * How many mails a hold makes wait: what goes on the day of its end, or later, is not moved by it.
 * @param goesFree the instant at which a mail would go that nobody holds
 */
export function mailsMovedBy(
  hold: MailHold,
  waiting: readonly Mail[],
  goesFree: (mail: Mail) => string,
): number {
  const { until = WITHOUT_END } = hold;
  const parcels = waiting.flatMap((mail) => {
    // What a person asked for, or what was tried already, goes in spite of a hold.
    if (mail.askedBy === 'person' || mail.attempt > 0 || !covers(hold, mail)) return [];
    const at = goesFree(mail);
    return londonDay(at) < until ? [parcelAt(mail, at)] : [];
  });
  return new Set(parcels).size;
}

/** Whether planning has come to the end of a programme's stream. */
export async function isPlanned(
  { pool, store }: { readonly pool: pg.Pool; readonly store: EventStore },
  programme: string,
): Promise<boolean> {
  const after = await readCheckpoint(pool, 'planning');
  const news = await store.readAll({ after, prefixes: [programmeStream(programme)], limit: 1 });
  return news.events.length === 0;
}

async function sentThisYear(db: Queryable, programme: string, now: string): Promise<readonly CountedMail[]> {
  const first = londonInstant(yearStart(academicYearOfDay(londonDay(now))), '00:00');
  const { rows } = await db.query<{ person_id: string; parcel: string }>(
    `select distinct person_id, coalesce(merged_into, id) as parcel from mails
     where programme = $1 and ended = 'sent' and sent_at >= $2 and mailbox is null`,
    [programme, first],
  );
  return rows.map(({ person_id: personId, parcel }) => ({ personId, parcel, sent: true }));
}

/** What paused links would have sent between two days: their reminders are not planned while they rest. */
export async function mailsOfPausedLinks(
  db: Queryable,
  refs: readonly string[],
  { from, to }: Pick<RehearsalQuery, 'from' | 'to'>,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.query<{ subject: string; mails: number }>(
    `select subject, count(*)::int as mails from mails
     where subject = any($1) and status = 'cancelled' and kind = 'scheduled' and due_at between $2 and $3
     group by subject`,
    [refs, londonInstant(from, '00:00'), endOfLondonDay(to)],
  );
  return new Map(rows.map(({ subject, mails }) => [subject, mails]));
}
