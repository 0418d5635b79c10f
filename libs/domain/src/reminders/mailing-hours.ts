import { addDays, londonDay, londonInstant, londonTime } from '../calendar/london.js';
import { isSchoolDay, schoolDayOnOrAfter } from '../calendar/school-days.js';

const OPENS = '08:00';
const CLOSES = '17:00';

/** Whether scheduled mails go at this instant: from 08:00 until 17:00 London on school days. */
export function isMailingHour(instant: string): boolean {
  const time = londonTime(instant);
  return OPENS <= time && time < CLOSES && isSchoolDay(londonDay(instant));
}

/** The instant itself when scheduled mails go then, or else the next at which they do. */
export function nextMailingHour(instant: string): string {
  if (isMailingHour(instant)) return instant;
  const day = londonDay(instant);
  const today = isSchoolDay(day) && londonTime(instant) < OPENS;
  return londonInstant(today ? day : schoolDayOnOrAfter(addDays(day, 1)), OPENS);
}
