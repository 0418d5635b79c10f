import { dayNumber, dayOf, mondayOf } from '../calendar/day-numbers.js';
import type { SchoolCalendar } from '../calendar/school-calendar.js';
import { schoolDayOnOrAfter, schoolDayOnOrBefore } from '../calendar/school-days.js';

/**
 * The same weekday of the same week of another school year, counted from the week of the first school day. A closed
 * day becomes the next school day, or the last one of the year.
 */
export function sameWeekOf(day: string, was: SchoolCalendar, will: SchoolCalendar): string {
  const wanted = dayOf(firstMonday(will) + dayNumber(day) - firstMonday(was));
  const [, , { lastDay }] = will.terms;
  const open = schoolDayOnOrAfter(wanted, will);
  return open > lastDay ? schoolDayOnOrBefore(lastDay, will) : open;
}

const firstMonday = ({ terms: [autumn] }: SchoolCalendar) => mondayOf(dayNumber(autumn.firstDay));
