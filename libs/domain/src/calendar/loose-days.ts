/** Days, months, years and `before-import` in the order in which they begin; negative when `x` is earlier. */
export function compareDays(x: string, y: string): number {
  const [first, second] = [beginning(x), beginning(y)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** Whether a date is later than a day: a month or a year has come when it has begun. */
export const isAfter = (occurredOn: string, day: string) => compareDays(occurredOn, day) > 0;

/** The first of the dates. */
export const earliestDay = (days: readonly string[]): string | undefined =>
  days.reduce<string | undefined>(
    (first, day) => (first === undefined || isAfter(first, day) ? day : first),
    undefined,
  );

/** The last of the dates. */
export const latestDay = (days: readonly string[]): string | undefined =>
  days.reduce<string | undefined>(
    (last, day) => (last === undefined || !isAfter(last, day) ? day : last),
    undefined,
  );

const beginning = (day: string) => (day === 'before-import' ? '0000' : day);

/** The first day of a month or a year; what was before the import was there on the day that is given for it. */
export function firstDayOf(day: string, beforeImport: string): string {
  return day === 'before-import' ? beforeImport : `${day}-01-01`.slice(0, 10);
}
