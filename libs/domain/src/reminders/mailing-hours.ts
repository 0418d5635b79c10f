import { addDays, londonDay, londonInstant, londonTime } from '../calendar/london.js';
import { academicYearOfDay } from '../calendar/school-calendar.js';
import { isSchoolDay, isWorkingDay } from '../calendar/school-days.js';
import { calendarOf, type SchoolYears } from '../programme/programme-year.js';
import type { Mailbox } from './wanted-mail.js';

/** When scheduled mails go: between two London times, on days on which somebody is there to read them. */
interface MailingHours {
  readonly opens: string;
  readonly closes: string;
  readonly isOpen: (day: string, programme: SchoolYears | undefined) => boolean;
}

/** The schools of a programme are closed on its own days; where it entered none, the national ones hold. */
const schools: MailingHours = {
  opens: '08:00',
  closes: '17:00',
  isOpen: (day, programme) =>
    isSchoolDay(day, programme === undefined ? undefined : calendarOf(programme, academicYearOfDay(day))),
};
/** Who works in the school holidays too finds her mails when her day begins. */
const offices: MailingHours = { opens: '07:30', closes: '17:00', isOpen: (day) => isWorkingDay(day) };

/** Those who are written to: a person of a school, or whose mailbox it is. */
export type MailReader = 'person' | Mailbox;

/** A venue reads of a visit on the days on which the schools read of it. */
const hours: Readonly<Record<MailReader, MailingHours>> = {
  person: schools,
  venue: schools,
  programme: offices,
  user: offices,
};

/** Whether a reader is written to on school days, by the calendar of the programme; all others on working days. */
export const readsOnSchoolDays = (reader: MailReader): boolean => hours[reader] === schools;

/**
 * Whether scheduled mails go at an instant, to a person of a school or to a mailbox.
 * @param programme whose school days the reader keeps; none has the national office
 */
export function isMailingHour(
  instant: string,
  reader: MailReader = 'person',
  programme?: SchoolYears,
): boolean {
  const { opens, closes, isOpen } = hours[reader];
  const time = londonTime(instant);
  return opens <= time && time < closes && isOpen(londonDay(instant), programme);
}

/** The instant itself when scheduled mails go then, or else the next at which they do. */
export function nextMailingHour(
  instant: string,
  reader: MailReader = 'person',
  programme?: SchoolYears,
): string {
  if (isMailingHour(instant, reader, programme)) return instant;
  const { opens, isOpen } = hours[reader];
  let day = londonDay(instant);
  if (opens <= londonTime(instant)) day = addDays(day, 1);
  while (!isOpen(day, programme)) day = addDays(day, 1);
  return londonInstant(day, opens);
}

/** From when on a scheduled mail of a day is due. */
export const startOfMailing = (day: string, reader: MailReader = 'person'): string =>
  londonInstant(day, hours[reader].opens);
