import { addDays } from '@linking/domain/calendar/london.js';
import { schoolDayOnOrAfter } from '@linking/domain/calendar/school-days.js';
import { Temporal } from 'temporal-polyfill';
import type { Chance } from './chance.js';

/** A school day between two days. */
export function dayBetween(chance: Chance, from: string, to: string): string {
  const length = Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
  return schoolDayOnOrAfter(addDays(from, chance.between(0, length)));
}

/** The school day so many days later, or the next one. */
export const daysLater = (day: string, days: number) => schoolDayOnOrAfter(addDays(day, days));

/** A time of the working day. */
export const timeOfDay = (chance: Chance) =>
  `${String(chance.between(8, 15)).padStart(2, '0')}:${String(chance.between(0, 59)).padStart(2, '0')}`;
