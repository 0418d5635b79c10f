import { endOfLondonDay, londonDay, londonInstant } from '@linking/domain/calendar/london.js';
import type { MailRule } from '@linking/domain/reminders/mail-facts.js';
import { nextMailingHour } from '@linking/domain/reminders/mailing-hours.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import type { Queryable } from '@linking/projections/projection.js';

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
  db: Queryable,
  subject: string,
  now: string,
): Promise<readonly UpcomingMail[]> {
  const { rows } = await db.query<WaitingRow>(
    `${WAITING} and (subject = $1 or (content ? 'linkRefs' and content -> 'linkRefs' @> jsonb_build_array($1::text)))
     order by due_at, id`,
    [subject],
  );
  return byRule(rows.map(goesOn(now)));
}

/**
 * The mails of programmes that go between two London days, both included, by day; and what was held back: tried and
 * waiting whenever it was due, skipped or failed when it was due between the days.
 */
export async function upcomingMails(
  db: Queryable,
  query: { readonly programmes: 'all' | readonly string[]; readonly from: string; readonly to: string },
  now: string,
): Promise<MailsBetween> {
  const { from, to } = query;
  const programmes = query.programmes === 'all' ? null : query.programmes;
  const until = endOfLondonDay(to);
  const waiting = await db.query<WaitingRow>(
    `${WAITING} and ($1::text[] is null or programme = any($1)) and due_at <= $2 order by due_at, id`,
    [programmes, until],
  );
  const between = waiting.rows.map(goesOn(now)).filter(({ day }) => from <= day && day <= to);
  const days = [...new Set(between.map(({ day }) => day))].toSorted().map((day) => {
    const ofDay = between.filter((mail) => mail.day === day);
    return { day, mails: new Set(ofDay.map(({ parcel }) => parcel)).size, rules: byRule(ofDay) };
  });
  return {
    days,
    mails: days.reduce((sum, { mails }) => sum + mails, 0),
    heldBack: await heldBack(db, programmes, londonInstant(from, '00:00'), until),
  };
}

const WAITING = `select id, programme, rule, kind, person_id, due_at from mails
  where status in ('planned', 'queued', 'sending')`;

interface WaitingRow {
  id: string;
  programme: string;
  rule: MailRule;
  kind: 'immediate' | 'scheduled';
  person_id: string;
  due_at: Date;
}

interface Waiting {
  readonly day: string;
  readonly rule: MailRule;
  readonly personId: string;
  /** The same for all that leaves as one mail. */
  readonly parcel: string;
}

function goesOn(now: string): (row: WaitingRow) => Waiting {
  const [atOnce, scheduled] = [now, nextMailingHour(now)];
  return ({ id, programme, rule, kind, person_id: personId, due_at: due }) => {
    const earliest = kind === 'immediate' ? atOnce : scheduled;
    const dueAt = due.toISOString();
    return {
      day: londonDay(dueAt > earliest ? dueAt : earliest),
      rule,
      personId,
      parcel: kind === 'immediate' ? id : `${programme} ${personId}`,
    };
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

async function heldBack(
  db: Queryable,
  programmes: readonly string[] | null,
  from: string,
  until: string,
): Promise<readonly HeldBackMail[]> {
  const { rows } = await db.query<WaitingRow & { subject: string; status: string; reason: string }>(
    `select id, subject, programme, rule, kind, person_id, due_at, status, reason from mails
     where ($1::text[] is null or programme = any($1)) and reason is not null
       and ((status in ('planned', 'queued', 'sending') and due_at <= $3)
         or (status in ('skipped', 'failed') and due_at between $2 and $3))
     order by due_at, id limit 200`,
    [programmes, from, until],
  );
  return rows.map(({ id, subject, programme, rule, person_id: personId, due_at: due, status, reason }) => ({
    id,
    subject,
    programme,
    personId,
    rule,
    title: mailTitles[rule],
    day: londonDay(due.toISOString()),
    status: status === 'skipped' || status === 'failed' ? status : 'waiting',
    reason,
  }));
}
