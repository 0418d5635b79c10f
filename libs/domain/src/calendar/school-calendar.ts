import { firstYearOf, yearFrom } from './academic-year.js';
import { bankHolidays, easterSunday, springBankHoliday, type BankHoliday } from './bank-holidays.js';
import { dayNumber, dayOf, isWeekend, mondayOf, weekdayOf, written } from './day-numbers.js';

export type TermName = 'autumn' | 'spring' | 'summer';

/** Days from one to another, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export interface Term {
  readonly name: TermName;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly halfTerm: Days;
}

/** When a school is open in one academic year: in its terms, on weekdays, without half-terms, bank holidays and closed days. */
export interface SchoolCalendar {
  /** `2026-27`; a day of another year is judged by the national defaults. */
  readonly academicYear: string;
  /** Autumn, spring, summer. */
  readonly terms: readonly [Term, Term, Term];
  /** Further days on which the school is closed, such as INSET days. */
  readonly closedDays: readonly (Days & { readonly name: string })[];
  /** Bank holidays beside those of England, such as one that was proclaimed lately. */
  readonly furtherBankHolidays: readonly BankHoliday[];
}

/**
 * The usual terms of English schools in any academic year, until a programme enters its own:
 * autumn from 2 September (the Monday after, when that is a weekend) to the last Friday up to 22 December, half-term the last
 * full week of October; spring from the first working day after two weeks of holidays, half-term the week of the Monday from
 * 12 to 18 February; Easter as `easterHolidays` says; half-term the week of the late May bank holiday; the last day is
 * 22 July, or the Friday before. So a year has 192 to 197 days; 195 are usual.
 */
export function nationalCalendar(academicYear: string): SchoolCalendar {
  const known = byYear.get(academicYear);
  if (known !== undefined) return known;
  const calendar = usual(academicYear);
  byYear.set(academicYear, calendar);
  return calendar;
}

/** The academic year in which a day is judged, `2026-27`: August belongs to the year that ends. */
export function academicYearOfDay(day: string): string {
  const year = Number(day.slice(0, 4));
  return yearFrom(day.slice(5, 7) >= '09' ? year : year - 1);
}

const byYear = new Map<string, SchoolCalendar>();

function usual(academicYear: string): SchoolCalendar {
  const first = firstYearOf(academicYear);
  const second = first + 1;
  const beforeChristmas = lastFridayUpTo(dayNumber(written(first, 12, 22)));
  const easter = easterHolidays(second);
  return {
    academicYear,
    terms: [
      {
        name: 'autumn',
        firstDay: dayOf(weekdayFrom(dayNumber(written(first, 9, 2)))),
        lastDay: dayOf(beforeChristmas),
        halfTerm: schoolWeek(lastFridayUpTo(dayNumber(written(first, 10, 31)))),
      },
      {
        name: 'spring',
        firstDay: dayOf(workingDayFrom(beforeChristmas + 17)),
        lastDay: dayOf(easter.from - 1 - (weekdayOf(easter.from) === 1 ? 2 : 0)),
        halfTerm: schoolWeek(mondayOf(dayNumber(written(second, 2, 18)))),
      },
      {
        name: 'summer',
        firstDay: dayOf(workingDayFrom(easter.to + 1)),
        lastDay: dayOf(lastWeekdayUpTo(dayNumber(written(second, 7, 22)))),
        halfTerm: schoolWeek(dayNumber(springBankHoliday(second))),
      },
    ],
    closedDays: [],
    furtherBankHolidays: [],
  };
}

/**
 * Two weeks around Easter: when Easter is late (from 18 April) the two weeks before it (Easter Monday is a bank holiday), when it is early (up
 * to 1 April) from Good Friday through the two weeks after it, otherwise Holy Week and the week after.
 */
function easterHolidays(year: number): { readonly from: number; readonly to: number } {
  const sunday = dayNumber(easterSunday(year));
  if (dayOf(sunday) >= written(year, 4, 18)) return { from: sunday - 13, to: sunday };
  if (dayOf(sunday) <= written(year, 4, 1)) return { from: sunday - 2, to: sunday + 12 };
  return { from: sunday - 6, to: sunday + 5 };
}

function schoolWeek(number: number): Days {
  const monday = mondayOf(number);
  return { from: dayOf(monday), to: dayOf(monday + 4) };
}

const lastFridayUpTo = (number: number) => number - ((weekdayOf(number) + 2) % 7);

const lastWeekdayUpTo = (number: number) => (isWeekend(number) ? mondayOf(number) + 4 : number);

const weekdayFrom = (number: number) => (isWeekend(number) ? mondayOf(number) + 7 : number);

function workingDayFrom(number: number): number {
  const day = dayOf(number);
  const free = isWeekend(number) || bankHolidays(Number(day.slice(0, 4))).some((it) => it.day === day);
  return free ? workingDayFrom(number + 1) : number;
}
