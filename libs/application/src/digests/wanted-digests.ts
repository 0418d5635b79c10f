import type pg from 'pg';
import { addDays, londonDay, londonInstant } from '@linking/domain/calendar/london.js';
import type { Grant } from '@linking/domain/grant/grant.js';
import {
  NEWS_OF_DAYS,
  OFFICE_FIGURES,
  planOfficeDigests,
  planProgrammeDigests,
  type DaysBetween,
} from '@linking/domain/reminders/digest-mails.js';
import { planGrantMails } from '@linking/domain/reminders/grant-mails.js';
import { lastDayToSend } from '@linking/domain/reminders/last-day-to-send.js';
import { mailId, type WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import type { EventStore, StreamReader } from '@linking/events/event-store.js';
import type { GrantEvent } from '@linking/events/grant/grant-events.js';
import { grantStream, programmeStream } from '@linking/events/streams.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import type { RecordedFact } from '../commands/recorded-facts.js';
import type { BouncesKnown } from '../mails/bounces/bounced-people.js';
import { readGrant } from '../grants/read-grant.js';
import { readProgramme } from '../programmes/read-programme.js';
import { isEmpty, readDailyList } from './daily-list.js';
import { readWeeklyList, saysNothing } from './weekly-list.js';

export interface DigestWorld extends BouncesKnown {
  readonly store: EventStore;
  readonly clock: Clock;
}

/** More programmes than there will ever be. */
const ALL = 1_000;
/** What has waited for longer is not even said to be too late. */
const DAYS_BACK = 31;
/** A daily list is made when its morning has come: before, what it has is not all there. */
const MORNING = '07:30';

/** Whether the mails of a subject are asked for by the calendar: it has no facts of its own that would ask for them. */
export const isDigestSubject = (subject: string): boolean =>
  subject === OFFICE_FIGURES || subject.startsWith(programmeStream(''));

/** Everything that the calendar asks for in these days, whether or not there will be anything to say. */
export async function plannedDigests(pool: pg.Pool, days: DaysBetween): Promise<readonly WantedMail[]> {
  const programmes = await listProgrammes(pool, { programmes: 'all', limit: ALL });
  return [
    ...programmes.flatMap((programme) => planProgrammeDigests(programme, days)),
    ...planOfficeDigests(await officeUsers(pool), days),
  ];
}

/** The subjects of which the calendar may ask for something. */
export async function digestSubjects(pool: pg.Pool): Promise<readonly string[]> {
  const programmes = await listProgrammes(pool, { programmes: 'all', limit: ALL });
  return [...programmes.map(({ slug }) => programmeStream(slug)), OFFICE_FIGURES];
}

/**
 * The digests of a subject that are wanted now: each for which it is not too late, if there is something to say; and those
 * that waited longer than that, so that whoever sends them writes down why they did not go.
 */
export function wantedDigestsOf(world: DigestWorld) {
  return async (subject: string): Promise<readonly WantedMail[]> => {
    const now = world.clock.now();
    const today = londonDay(now);
    const waiting = await waitingMails(world.pool, subject);
    const planned = await plannedFor(world, subject, { from: addDays(today, -DAYS_BACK), to: today });
    const wanted = await Promise.all(
      planned.map(async (mail) => {
        if (!isOver(mail, today)) return withSomethingToSay(world, mail, now);
        return waiting.has(mailId(mail)) ? mail : undefined;
      }),
    );
    return wanted.filter((mail) => mail !== undefined);
  };
}

async function plannedFor(
  { pool, store }: DigestWorld,
  subject: string,
  days: DaysBetween,
): Promise<readonly WantedMail[]> {
  if (subject === OFFICE_FIGURES) return planOfficeDigests(await officeUsers(pool), days);
  const programme = await readProgramme(store, subject.slice(programmeStream('').length));
  return programme === undefined ? [] : planProgrammeDigests(programme, days);
}

const isOver = (mail: WantedMail, today: string) => lastDayToSend(mail) < today;

async function waitingMails(pool: pg.Pool, subject: string): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from mails where subject = $1 and ended is null`,
    [subject],
  );
  return new Set(rows.map(({ id }) => id));
}

async function withSomethingToSay(
  world: DigestWorld,
  mail: WantedMail,
  now: string,
): Promise<WantedMail | undefined> {
  const { content, programme } = mail;
  const today = londonDay(now);
  if (content.rule === 'N27') {
    return saysNothing(await readWeeklyList(world, { programme, today, now })) ? undefined : mail;
  }
  if (content.rule !== 'N28') return mail;
  if (now < londonInstant(today, MORNING)) return undefined;
  const since = await lastDailyList(world.pool, mail);
  const facts = { ...content, since };
  return isEmpty(await readDailyList(world, { ...facts, now })) ? undefined : { ...mail, content: facts };
}

/** The day of the last daily list that went; when none did, a week back at most. */
async function lastDailyList(pool: pg.Pool, { subject, anchorDate }: WantedMail): Promise<string> {
  const back = addDays(anchorDate, -NEWS_OF_DAYS);
  const { rows } = await pool.query<{ day: string }>(
    `select anchor_date as day from mails
     where subject = $1 and rule = 'N28' and ended = 'sent' and anchor_date >= $2 and anchor_date < $3
     order by anchor_date desc limit 1`,
    [subject, back, anchorDate],
  );
  return rows[0]?.day ?? back;
}

/** Whoever works in the national office and has not closed her account. */
async function officeUsers(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from users where 'national' = any(roles) and disabled_at is null order by id`,
  );
  return rows.map(({ id }) => id);
}

/** N30 of a grant: to whoever added it, or said last what it is. */
export async function wantedGrantMails(store: StreamReader, id: string): Promise<readonly WantedMail[]> {
  const { grant, facts } = await readGrant(store, id);
  const owner = ownerOf(facts);
  return grant === undefined || owner === undefined ? [] : planGrantMails(grant, owner);
}

function ownerOf(facts: readonly (GrantEvent & RecordedFact)[]): string | undefined {
  const said = facts.findLast(
    ({ type, actor }) => (type === 'GrantAdded' || type === 'GrantChanged') && actor.startsWith('user:'),
  );
  return said?.actor.slice('user:'.length);
}

/** The id of a grant whose mails a subject's are. */
export const grantOfSubject = (subject: string): Grant['grantId'] | undefined =>
  subject.startsWith(grantStream('')) ? subject.slice(grantStream('').length) : undefined;
