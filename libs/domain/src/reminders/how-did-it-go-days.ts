import { addDays } from '../calendar/london.js';
import type { SchoolCalendar } from '../calendar/school-days.js';
import { dueAfter, type DueDay } from './due-days.js';

const A_WEEKEND = 2;
const USUAL = { 1: 1, 2: 7 } as const;

/**
 * The days on which the teachers are asked how a meeting went: usually the day after and a week after, on school days.
 * When holidays come between, the second is a week after the first.
 */
export function howDidItGoDays(
  on: string,
  calendar?: SchoolCalendar,
  { 1: early, 2: late }: { readonly 1: number; readonly 2: number } = USUAL,
): { readonly 1: DueDay; readonly 2: DueDay } {
  const first = dueAfter(addDays(on, early), calendar);
  const from = first.dueOn > addDays(on, early + A_WEEKEND) ? first.dueOn : on;
  return { 1: first, 2: dueAfter(addDays(from, late), calendar) };
}
