import { bankHolidayName, closureName } from './school-days.js';
import type { SchoolCalendar } from './school-calendar.js';
import { fullDate, weekday } from './words.js';

/** `28 March 2027 is a Sunday.` Why schools are closed on a day; undefined when they are open. */
export function closedDaySentence(day: string, calendar?: SchoolCalendar): string | undefined {
  const name = closureName(day, calendar);
  if (name === undefined) return undefined;
  const weekdayName = weekday(day);
  if (weekdayName.startsWith('S')) return `${fullDate(day)} is a ${weekdayName}.`;
  if (bankHolidayName(day, calendar) !== undefined) return `${fullDate(day)} is a bank holiday: ${name}.`;
  return `${fullDate(day)} is a day on which schools are closed: ${name}.`;
}
