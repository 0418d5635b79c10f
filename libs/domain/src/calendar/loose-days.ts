import { addDays } from './london.js';

/** Days, months, years and `before-import` in the order in which they begin; negative when `x` is earlier. */
export function compareDays(x: string, y: string): number {
  const [first, second] = [beginning(x), beginning(y)];
  return Number(first > second) - Number(first < second);
}

/** Whether a date is later than a day: a month or a year has come when it has begun. */
export const isAfter = (occurredOn: string, day: string) => compareDays(occurredOn, day) > 0;

/** The first of the dates. */
export const earliestDay = (days: readonly string[]): string | undefined => days.toSorted(compareDays)[0];

/** The last of the dates. */
export const latestDay = (days: readonly string[]): string | undefined => days.toSorted(compareDays).at(-1);

const beginning = (day: string) => (day === 'before-import' ? '' : day);

/** The last day of a month or a year; `undefined` for what was before the import. */
export function lastDayOf(day: string): string | undefined {
  if (day === 'before-import') return undefined;
  if (day.length === 4) return `${day}-12-31`;
  if (day.length !== 7) return day;
  const [year = 0, month = 0] = day.split('-').map(Number);
  const next =
    month === 12 ? `${year + 1}-01-01` : `${day.slice(0, 5)}${String(month + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}

/** The first day of a month or a year; what was before the import was there on the day that is given for it. */
export function firstDayOf(day: string, beforeImport: string): string {
  return day === 'before-import' ? beforeImport : `${day}-01-01`.slice(0, 10);
}

/** Whether it is a day, and not a month, a year or "before the import". */
export const isWholeDay = (day: string): boolean => day.length === '2026-09-01'.length;
