import { endOfLondonDay, londonDay, londonInstant } from '@linking/domain/calendar/london.js';
import type { MailRule } from '@linking/domain/reminders/mail-facts.js';
import type { Mailbox } from '@linking/domain/reminders/wanted-mail.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import type { Queryable } from '@linking/projections/projection.js';
import type { StreamReader } from '@linking/events/event-store.js';
import { goesAt, parcelAt, schoolYearsOf } from './goes-at.js';

/** The mails of one rule that go on one day. */
export interface UpcomingMail {
  /** London day on which they go: the day they are due, or the next mailing day when that is past. */
  readonly day: string;
  readonly rule: MailRule;
  readonly title: string;
  readonly people: number;
}

/** A mail that did not go, or waits to be tried again. */
export interface HeldBackMail {
  readonly id: string;
  readonly subject: string;
  readonly programme: string;
  readonly personId: string;
  readonly mailbox?: Mailbox;
  readonly rule: MailRule;
  readonly title: string;
  /** London day on which it was due. */
  readonly day: string;
  readonly status: 'waiting' | 'skipped' | 'failed';
  /** A code such as `too-late`, `no-address` or `mail-server-not-reachable`. */
  readonly reason: string;
}

export interface DayOfMails {
  readonly day: string;
  /** Mails as people get them: what leaves as one counts once. */
  readonly mails: number;
  readonly rules: readonly UpcomingMail[];
}

/** Where mails wait, and where programmes say when their schools are open. */
export interface WaitingMails {
  readonly pool: Queryable;
  readonly store: StreamReader;
}

/** Programmes by their slugs, and London days, both included. */
export interface MailsQuery {
  readonly programmes: 'all' | readonly string[];
  readonly from: string;
  readonly to: string;
}

export interface MailsBetween {
  readonly days: readonly DayOfMails[];
  /** Sum of `mails` over the days. */
  readonly mails: number;
  readonly heldBack: readonly HeldBackMail[];
}

/**
 * What goes next about a subject, earliest first; for a link also the training mails of its teachers.
 * @param now instant of the clock port
 */
export async function upcomingMailsOf(
  world: WaitingMails,
  subject: string,
  now: string,
): Promise<readonly UpcomingMail[]> {
  const { rows } = await world.pool.query<WaitingRow>(
    `${WAITING} and (subject = $1 or (content ? 'linkRefs' and content -> 'linkRefs' @> jsonb_build_array($1::text)))
     order by due_at, id`,
    [subject],
  );
  return byRule(rows.map(await goesOn(world, rows, now)));
}

/**
 * The mails of programmes that go between two London days, both included, by day; and what was held back: tried and
 * waiting whenever it was due, skipped or failed when it was due between the days.
 */
export async function upcomingMails(
  world: WaitingMails,
  query: MailsQuery,
  now: string,
): Promise<MailsBetween> {
  const { from, to } = query;
  const programmes = query.programmes === 'all' ? null : query.programmes;
  const until = endOfLondonDay(to);
  const waiting = await world.pool.query<WaitingRow>(
    `${WAITING} and ($1::text[] is null or programme = any($1)) and due_at <= $2 order by due_at, id`,
    [programmes, until],
  );
  const goes = await goesOn(world, waiting.rows, now);
  const between = waiting.rows.map(goes).filter(({ day }) => from <= day && day <= to);
  const days = [...new Set(between.map(({ day }) => day))].toSorted().map((day) => {
    const ofDay = between.filter((mail) => mail.day === day);
    return { day, mails: new Set(ofDay.map(({ parcel }) => parcel)).size, rules: byRule(ofDay) };
  });
  return {
    days,
    mails: days.reduce((sum, { mails }) => sum + mails, 0),
    heldBack: await heldBackMails(world.pool, query),
  };
}

const WAITING = `select id, programme, rule, kind, person_id, mailbox, school_days_of, due_at, held_until from mails
  where ended is null`;

interface WaitingRow {
  id: string;
  programme: string;
  rule: MailRule;
  kind: 'immediate' | 'scheduled';
  person_id: string;
  mailbox: Mailbox | null;
  school_days_of: string | null;
  due_at: Date;
  held_until: string | null;
}

interface Waiting {
  readonly day: string;
  readonly rule: MailRule;
  readonly personId: string;
  /** The same for all that leaves as one mail. */
  readonly parcel: string;
}

async function goesOn(
  { store }: WaitingMails,
  rows: readonly WaitingRow[],
  now: string,
): Promise<(row: WaitingRow) => Waiting> {
  const reading = ({ kind, programme, mailbox, school_days_of: schoolDaysOf }: WaitingRow) => ({
    kind,
    programme,
    ...(mailbox === null ? {} : { mailbox }),
    ...(schoolDaysOf === null ? {} : { schoolDaysOf }),
  });
  const goes = goesAt(now, await schoolYearsOf(store, rows.map(reading)));
  return (row) => {
    const { id, programme, rule, kind, person_id: personId, due_at: due, held_until: held } = row;
    const at = goes({
      ...reading(row),
      dueAt: due.toISOString(),
      ...(held === null ? {} : { heldUntil: held }),
    });
    return { day: londonDay(at), rule, personId, parcel: parcelAt({ id, kind, programme, personId }, at) };
  };
}

function byRule(mails: readonly Waiting[]): readonly UpcomingMail[] {
  const groups = new Map<string, { readonly day: string; readonly rule: MailRule; people: Set<string> }>();
  for (const { day, rule, personId } of mails) {
    const key = `${day} ${rule}`;
    const group = groups.get(key) ?? { day, rule, people: new Set() };
    groups.set(key, group);
    group.people.add(personId);
  }
  return [...groups]
    .toSorted(([x], [y]) => (x < y ? -1 : 1))
    .map(([, { day, rule, people }]) => ({ day, rule, title: mailTitles[rule], people: people.size }));
}

/** Tried and waiting whenever it was due; skipped or failed when it was due between the days. */
export async function heldBackMails(
  db: Queryable,
  { programmes, from, to }: MailsQuery,
): Promise<readonly HeldBackMail[]> {
  const { rows } = await db.query<
    Omit<WaitingRow, 'school_days_of'> & { subject: string; status: string; reason: string }
  >(
    `select id, subject, programme, rule, kind, person_id, mailbox, due_at, held_until, status, reason from mails
     where ($1::text[] is null or programme = any($1)) and reason is not null and reason <> 'held'
       and ((ended is null and due_at <= $3)
         or (ended in ('skipped', 'failed') and due_at between $2 and $3))
     order by due_at, id limit 200`,
    [programmes === 'all' ? null : programmes, londonInstant(from, '00:00'), endOfLondonDay(to)],
  );
  return rows.map(({ id, subject, programme, rule, mailbox, due_at: due, status, reason, ...row }) => ({
    id,
    subject,
    programme,
    personId: row.person_id,
    ...(mailbox === null ? {} : { mailbox }),
    rule,
    title: mailTitles[rule],
    day: londonDay(due.toISOString()),
    status: status === 'skipped' || status === 'failed' ? status : 'waiting',
    reason,
  }));
}
