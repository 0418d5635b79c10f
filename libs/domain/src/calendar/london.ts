import { Temporal } from 'temporal-polyfill';

const LONDON = 'Europe/London';

/** The London date of an ISO instant, `YYYY-MM-DD`. */
export function londonDay(instant: string): string {
  // London is never behind UTC, and an hour ahead at most: only the last hour of a day may belong to the next.
  if (/^\d{4}-\d\d-\d\dT([01]\d|2[0-2]):.*Z$/.test(instant)) return instant.slice(0, 10);
  return Temporal.Instant.from(instant).toZonedDateTimeISO(LONDON).toPlainDate().toString();
}

/** The London wall-clock time of an ISO instant, `HH:MM`. */
export function londonTime(instant: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(LONDON)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}

/** The instant of a London date and wall-clock time; a time the clocks skip moves forward. */
export function londonInstant(day: string, time: string): string {
  const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: LONDON, plainTime: time });
  return at.toInstant().toString({ smallestUnit: 'millisecond' });
}

/** An ISO instant with any offset, written as the log writes it: UTC, with milliseconds. */
export function utcInstant(instant: string): string {
  return Temporal.Instant.from(instant).toString({ smallestUnit: 'millisecond' });
}

/** The last instant of a London day. */
export function endOfLondonDay(day: string): string {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime({ timeZone: LONDON });
  return next.toInstant().subtract({ milliseconds: 1 }).toString();
}

/** `YYYY-MM-DD` so many days later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Whether a text is a day that exists, a month or a year; the dates an event may have happened on. */
export function isPossibleDate(text: string): boolean {
  if (/^\d{4}$/.test(text)) return true;
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text.length === 7 ? `${text}-01` : text);
    return true;
  } catch {
    return false;
  }
}
