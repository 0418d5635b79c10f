import { addDays } from '../calendar/london.js';
import {
  closureName,
  schoolDayOnOrAfter,
  schoolDayOnOrBefore,
  type SchoolCalendar,
} from '../calendar/school-days.js';

/** Why a mail does not go on the day that its rule names. */
export interface MovedDay {
  /** The day that the rule names, on which schools are closed. */
  readonly from: string;
  /** What closes them: `INSET day`, `Christmas holidays`, `Saturday`. */
  readonly because: string;
}

/** The school day on which a scheduled mail is due. */
export interface DueDay {
  readonly dueOn: string;
  readonly moved?: MovedDay;
}

/** Before an event: what falls on a closed day goes on the school day before. */
export const dueBefore = (day: string, calendar?: SchoolCalendar): DueDay =>
  dueDay(day, schoolDayOnOrBefore(day, calendar), calendar);

/** After an event: what falls on a closed day goes on the next school day. */
export const dueAfter = (day: string, calendar?: SchoolCalendar): DueDay =>
  dueDay(day, schoolDayOnOrAfter(day, calendar), calendar);

/**
 * The days on which somebody is asked and asked again, so many days after a day; the second counts from the day on which
 * the first goes, so that holidays never bring both together.
 */
export function askingDays(
  day: string,
  { 1: early, 2: late }: { readonly 1: number; readonly 2: number },
  calendar?: SchoolCalendar,
): { readonly 1: DueDay; readonly 2: DueDay } {
  const first = dueAfter(early === 0 ? day : addDays(day, early), calendar);
  return { 1: first, 2: dueAfter(addDays(first.dueOn, late - early), calendar) };
}

function dueDay(day: string, dueOn: string, calendar?: SchoolCalendar): DueDay {
  const because = closureName(day, calendar);
  return because === undefined ? { dueOn } : { dueOn, moved: { from: day, because } };
}
