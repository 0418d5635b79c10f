import { dayNumber, dayOf } from '@linking/domain/calendar/day-numbers.js';
import { schoolDayOnOrAfter } from '@linking/domain/calendar/school-days.js';
import type { Chance } from './chance.js';

/** A school day between two days. */
export function dayBetween(chance: Chance, from: string, to: string): string {
  return daysLater(from, chance.between(0, dayNumber(to) - dayNumber(from)));
}

const schoolDays = new Map<string, string>();

/** The school day so many days later, or the next one. Thousands of steps ask for the same few hundred days. */
export function daysLater(day: string, days: number): string {
  const wanted = dayOf(dayNumber(day) + days);
  const known = schoolDays.get(wanted) ?? schoolDayOnOrAfter(wanted);
  schoolDays.set(wanted, known);
  return known;
}

/** A time of the working day. */
export const timeOfDay = (chance: Chance) =>
  `${String(chance.between(8, 15)).padStart(2, '0')}:${String(chance.between(0, 59)).padStart(2, '0')}`;
