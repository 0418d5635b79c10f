import { bankHolidays, type BankHoliday } from './bank-holidays.js';
import { dayNumber, dayOf, isWeekend, mondayOf, weekdayOf } from './day-numbers.js';
import {
  academicYearOfDay,
  nationalCalendar,
  type SchoolCalendar,
  type Term,
  type TermName,
} from './school-calendar.js';

export { nationalCalendar, type SchoolCalendar } from './school-calendar.js';

/** Whether schools are open. Each function takes a school's own calendar last; without it the national defaults hold. */
export function isSchoolDay(day: string, calendar?: SchoolCalendar): boolean {
  const days = daysOf(calendar ?? nationalCalendar(academicYearOfDay(day)));
  const known = days.get(day);
  if (known !== undefined) return known;
  const isOpen = closureName(day, calendar) === undefined;
  days.set(day, isOpen);
  return isOpen;
}

/** A year is walked day by day for each mail of each link, and a calendar never changes: what was found is kept with it. */
function daysOf(calendar: SchoolCalendar): Map<string, boolean> {
  const known = foundOut.get(calendar) ?? new Map<string, boolean>();
  foundOut.set(calendar, known);
  return known;
}

const foundOut = new WeakMap<SchoolCalendar, Map<string, boolean>>();

/** The day itself, or the last school day before it. */
export function schoolDayOnOrBefore(day: string, calendar?: SchoolCalendar): string {
  return nearest(day, -1, (it) => isSchoolDay(it, calendar));
}

/** The day itself, or the first school day after it. */
export function schoolDayOnOrAfter(day: string, calendar?: SchoolCalendar): string {
  return nearest(day, 1, (it) => isSchoolDay(it, calendar));
}

/** The nth school day after a day, or before it when negative; 0 is the day itself, open or not. */
export function addSchoolDays(day: string, n: number, calendar?: SchoolCalendar): string {
  return counted(day, n, (it) => isSchoolDay(it, calendar));
}

/** A weekday that is no bank holiday: offices work in the school holidays. */
export function isWorkingDay(day: string, calendar?: SchoolCalendar): boolean {
  return !isWeekend(dayNumber(day)) && bankHolidayName(day, calendar) === undefined;
}

/** The nth working day after a day, or before it when negative; 0 is the day itself. */
export function addWorkingDays(day: string, n: number, calendar?: SchoolCalendar): string {
  return counted(day, n, (it) => isWorkingDay(it, calendar));
}

/** The week of term in which a day lies, half-term not counted; the weekend belongs to the week before it. */
export function termWeek(
  day: string,
  calendar?: SchoolCalendar,
): { readonly term: TermName; readonly week: number } | undefined {
  const monday = mondayOf(dayNumber(day));
  const term = calendarOf(day, calendar).terms.find(
    ({ firstDay, lastDay }) => mondayOf(dayNumber(firstDay)) <= monday && monday <= dayNumber(lastDay),
  );
  if (term === undefined) return undefined;
  const halfTerm = mondayOf(dayNumber(term.halfTerm.from));
  if (monday === halfTerm) return undefined;
  const weeks = (monday - mondayOf(dayNumber(term.firstDay))) / 7 + 1;
  return { term: term.name, week: monday > halfTerm ? weeks - 1 : weeks };
}

/** Why schools are closed on a day: `Good Friday`, `Christmas holidays`, `Sunday`; undefined on a school day. */
export function closureName(day: string, calendar?: SchoolCalendar): string | undefined {
  const holiday = bankHolidayName(day, calendar);
  if (holiday !== undefined) return holiday;
  const ofSchool = calendarOf(day, calendar);
  const closed = ofSchool.closedDays.find(({ from, to }) => from <= day && day <= to);
  if (closed !== undefined) return closed.name;
  return holidaysName(day, ofSchool.terms) ?? weekendName(day);
}

/** The bank holiday of a day, if it is one. */
export function bankHolidayName(day: string, calendar?: SchoolCalendar): string | undefined {
  const isThen = (holiday: BankHoliday) => holiday.day === day;
  const known = bankHolidays(Number(day.slice(0, 4))).find(isThen);
  return (known ?? calendar?.furtherBankHolidays.find(isThen))?.name;
}

const calendarOf = (day: string, calendar: SchoolCalendar | undefined) => {
  const year = academicYearOfDay(day);
  return calendar?.academicYear === year ? calendar : nationalCalendar(year);
};

function holidaysName(day: string, [autumn, spring, summer]: SchoolCalendar['terms']): string | undefined {
  if (day < autumn.firstDay || day > summer.lastDay) return 'Summer holidays';
  if (day > autumn.lastDay && day < spring.firstDay) return 'Christmas holidays';
  if (day > spring.lastDay && day < summer.firstDay) return 'Easter holidays';
  const term = [autumn, spring, summer].find(({ halfTerm }) => isIn(halfTerm, day));
  return term === undefined ? undefined : halfTermNames[term.name];
}

const isIn = ({ from, to }: Term['halfTerm'], day: string) => from <= day && day <= to;

const halfTermNames: Readonly<Record<TermName, string>> = {
  autumn: 'Autumn half-term',
  spring: 'Spring half-term',
  summer: 'Summer half-term',
};

function weekendName(day: string): string | undefined {
  const weekday = weekdayOf(dayNumber(day));
  if (weekday < 6) return undefined;
  return weekday === 6 ? 'Saturday' : 'Sunday';
}

function nearest(day: string, step: 1 | -1, isOpen: (day: string) => boolean): string {
  let number = dayNumber(day);
  while (!isOpen(dayOf(number))) number += step;
  return dayOf(number);
}

function counted(day: string, n: number, isOpen: (day: string) => boolean): string {
  const step = Math.sign(n);
  let number = dayNumber(day);
  for (let left = Math.abs(n); left > 0;) {
    number += step;
    if (isOpen(dayOf(number))) left -= 1;
  }
  return dayOf(number);
}
