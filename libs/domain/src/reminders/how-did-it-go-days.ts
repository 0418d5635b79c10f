import { addDays } from '../calendar/london.js';
import { schoolDayOnOrAfter, type SchoolCalendar } from '../calendar/school-days.js';

const A_WEEKEND = 3;

/**
 * The days on which the teachers are asked how a meeting went: the day after and a week after, on school days. When
 * holidays come between, the second is a week after the first.
 */
export function howDidItGoDays(
  on: string,
  calendar?: SchoolCalendar,
): { readonly 1: string; readonly 2: string } {
  const first = schoolDayOnOrAfter(addDays(on, 1), calendar);
  const from = first > addDays(on, A_WEEKEND) ? first : on;
  return { 1: first, 2: schoolDayOnOrAfter(addDays(from, 7), calendar) };
}
