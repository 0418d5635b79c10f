import { londonDay, londonInstant } from '@linking/domain/calendar/london.js';
import type { SchoolYears } from '@linking/domain/programme/programme-year.js';
import { WITHOUT_END } from '@linking/domain/reminders/mail-holds.js';
import { nextMailingHour, readsOnSchoolDays } from '@linking/domain/reminders/mailing-hours.js';
import type { StreamReader } from '@linking/events/event-store.js';
import { readProgramme } from '../programmes/read-programme.js';
import type { Mail } from './mail.js';

type Waiting = Pick<Mail, 'kind' | 'dueAt' | 'mailbox' | 'heldUntil' | 'programme' | 'schoolDaysOf'>;

/** Programmes by their slugs; of one that is not among them the national days hold. */
export type SchoolYearsOf = ReadonlyMap<string, SchoolYears>;

/**
 * When a mail that waits goes: when it is due, or as soon as mails go to its reader when that is past; never before the
 * day until which somebody holds it.
 */
export function goesAt(now: string, programmes: SchoolYearsOf): (mail: Waiting) => string {
  const known = new Map<string, string>();
  const scheduled = (instant: string, { mailbox, programme, schoolDaysOf = programme }: Waiting): string => {
    const reader = mailbox ?? 'person';
    const key = `${instant} ${reader} ${readsOnSchoolDays(reader) ? schoolDaysOf : ''}`;
    const at = known.get(key) ?? nextMailingHour(instant, reader, programmes.get(schoolDaysOf));
    known.set(key, at);
    return at;
  };
  return (mail) => {
    const { kind, dueAt, heldUntil } = mail;
    if (heldUntil === WITHOUT_END) return londonInstant(WITHOUT_END, '08:00');
    const held = heldUntil !== undefined && heldUntil > londonDay(now);
    const from = held ? londonInstant(heldUntil, '00:00') : now;
    const then = dueAt > from ? dueAt : from;
    return kind === 'immediate' ? then : scheduled(then, mail);
  };
}

/** The programmes whose school days decide when these mails go, each read once. */
export async function schoolYearsOf(
  store: StreamReader,
  mails: readonly Pick<Mail, 'kind' | 'mailbox' | 'programme' | 'schoolDaysOf'>[],
): Promise<SchoolYearsOf> {
  const slugs = mails.flatMap(({ kind, mailbox, programme, schoolDaysOf }) =>
    kind === 'scheduled' && readsOnSchoolDays(mailbox ?? 'person') ? [schoolDaysOf ?? programme] : [],
  );
  const found = await Promise.all(
    [...new Set(slugs)].map(async (slug) => [slug, await readProgramme(store, slug)] as const),
  );
  return new Map(found.flatMap(([slug, it]) => (it === undefined ? [] : [[slug, it] as const])));
}

/** The same for all that leaves as one mail, when it goes at this instant. */
export const parcelAt = (
  { id, kind, programme, personId }: Pick<Mail, 'id' | 'kind' | 'programme' | 'personId'>,
  at: string,
): string => (kind === 'immediate' ? id : `${programme} ${personId} ${londonDay(at)}`);
