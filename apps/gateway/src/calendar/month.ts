import { dayNumber, dayOf, mondayOf } from '@linking/domain/calendar/day-numbers.js';

const MONTH = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;

/** The month that an address asks for, `2026-11`; the month of today when it asks for none. */
export const monthAsked = (asked: unknown, today: string): string =>
  typeof asked === 'string' && MONTH.test(asked) ? asked : today.slice(0, 7);

/** So many months later, or earlier when negative. */
export function addMonths(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The whole weeks that a month touches: seven days each, Monday first. */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const first = mondayOf(dayNumber(`${month}-01`));
  const last = dayNumber(`${addMonths(month, 1)}-01`) - 1;
  const weeks = Math.floor((last - first) / 7) + 1;
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => dayOf(first + week * 7 + day)),
  );
}
