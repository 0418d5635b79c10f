import { nextYear, yearsFromTo } from '@linking/domain/calendar/academic-year.js';
import { academicYearOfDay } from '@linking/domain/calendar/school-calendar.js';
import { academicYear } from '@linking/words/format.js';

/** From this day of a year on, schools get in touch about the next one: `MM-DD`. */
const NEXT_YEAR_OPENS = '05-01';

/** The years of which there may be links, as options: from the first year of a programme to the one that is now. */
export function yearOptions(
  programmes: readonly { readonly year: string }[],
  { chosen, today }: { readonly chosen: string; readonly today: string },
) {
  const known = [academicYearOfDay(today), ...programmes.map(({ year }) => year), chosen].filter(Boolean);
  const [first = '', last = first] = [known.toSorted()[0], known.toSorted().at(-1)];
  return yearsFromTo(first, last).map((year) => ({ value: year, label: academicYear(year) }));
}

/** The years for which an interest may be taken on a day, the likelier one first. */
export function interestYears(today: string): readonly [string, string] {
  const year = academicYearOfDay(today);
  const monthAndDay = today.slice(5);
  const aboutNext = monthAndDay >= NEXT_YEAR_OPENS && monthAndDay < '09-01';
  return aboutNext ? [nextYear(year), year] : [year, nextYear(year)];
}
