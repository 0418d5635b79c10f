import { nextYear, yearEnd } from './academic-year.js';
import { addDays } from './london.js';
import { academicYearOfDay, type SchoolCalendar, type TermName } from './school-calendar.js';

/** The days of a term, from the end of the holidays before it, or from today. */
export interface TermAhead {
  readonly academicYear: string;
  readonly name: TermName;
  readonly from: string;
  /** Its last school day; of the summer term the last day of the year. */
  readonly to: string;
}

/** The terms of an academic year that are not over; after the last school day those of the next year. */
export function termsAhead(
  today: string,
  calendarOf: (academicYear: string) => SchoolCalendar,
): readonly TermAhead[] {
  const year = academicYearOfDay(today);
  const ahead = termsOf(calendarOf(year)).filter(({ to }) => to >= today);
  const terms = ahead.length > 0 ? ahead : termsOf(calendarOf(nextYear(year)));
  return terms.map((term) => (term.from < today ? { ...term, from: today } : term));
}

function termsOf({ academicYear, terms }: SchoolCalendar): readonly TermAhead[] {
  return terms.map(({ name, firstDay, lastDay }, index) => {
    const before = terms[index - 1];
    return {
      academicYear,
      name,
      from: before === undefined ? firstDay : addDays(before.lastDay, 1),
      to: name === 'summer' ? yearEnd(academicYear) : lastDay,
    };
  });
}
