import { Temporal } from 'temporal-polyfill';

/** Making a format takes a hundred times longer than using it. */
const formatOf = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
const dayMonth = formatOf({ day: 'numeric', month: 'long' });
const dayMonthYear = formatOf({ day: 'numeric', month: 'long', year: 'numeric' });
const monthYear = formatOf({ month: 'long', year: 'numeric' });
const dayOfWeek = formatOf({ weekday: 'long' });

const written = (day: string, format: Intl.DateTimeFormat) =>
  format.format(new Date(`${Temporal.PlainDate.from(day).toString()}T00:00:00Z`));

const isDay = (day: string) => day.length === '2026-09-09'.length;

/** `9 September`; a month, a year or "before the import" as well as a day. */
export function dayAndMonth(day: string): string {
  return isDay(day) ? written(day, dayMonth) : looseDate(day);
}

/** `9 September 2026` */
export function fullDate(day: string): string {
  return isDay(day) ? written(day, dayMonthYear) : looseDate(day);
}

/** `2026–27` of `2026-27`. */
export const yearText = (year: string) => year.replace('-', '–');

/** `Wednesday`; of a whole day only. */
export function weekday(day: string): string {
  return written(day, dayOfWeek);
}

function looseDate(day: string): string {
  if (day.length === '2026-09'.length) return written(`${day}-01`, monthYear);
  return day === 'before-import' ? 'before the import' : day;
}
