import { Temporal } from 'temporal-polyfill';

const format = (day: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }).format(
    new Date(`${Temporal.PlainDate.from(day).toString()}T00:00:00Z`),
  );

const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day);

/** `9 September`; a month, a year or "before the import" as well as a day. */
export function dayAndMonth(day: string): string {
  return isDay(day) ? format(day, { day: 'numeric', month: 'long' }) : looseDate(day);
}

/** `9 September 2026` */
export function fullDate(day: string): string {
  return isDay(day) ? format(day, { day: 'numeric', month: 'long', year: 'numeric' }) : looseDate(day);
}

/** `2026–27` of `2026-27`. */
export const yearText = (year: string) => year.replace('-', '–');

/** `Wednesday`; of a whole day only. */
export function weekday(day: string): string {
  return format(day, { weekday: 'long' });
}

function looseDate(day: string): string {
  if (/^\d{4}-\d{2}$/.test(day)) return format(`${day}-01`, { month: 'long', year: 'numeric' });
  return day === 'before-import' ? 'before the import' : day;
}
