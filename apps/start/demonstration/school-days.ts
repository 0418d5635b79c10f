import { Temporal } from 'temporal-polyfill';
import type { Chance } from './chance.js';

/** Autumn half-term of the demonstration's schools, both days included. */
const HALF_TERM = ['2026-10-26', '2026-10-30'] as const;

/** The day itself, or the next one that is neither a weekend nor in half-term. */
function schoolDay(day: string): string {
  let date = Temporal.PlainDate.from(day);
  while (date.dayOfWeek > 5 || (date.toString() >= HALF_TERM[0] && date.toString() <= HALF_TERM[1])) {
    date = date.add({ days: 1 });
  }
  return date.toString();
}

/** A school day between two days. */
export function dayBetween(chance: Chance, from: string, to: string): string {
  const length = Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
  return schoolDay(
    Temporal.PlainDate.from(from)
      .add({ days: chance.between(0, length) })
      .toString(),
  );
}

export const daysLater = (day: string, days: number) =>
  schoolDay(Temporal.PlainDate.from(day).add({ days }).toString());

/** A time of the working day. */
export const timeOfDay = (chance: Chance) =>
  `${String(chance.between(8, 15)).padStart(2, '0')}:${String(chance.between(0, 59)).padStart(2, '0')}`;
