import type { ProgrammeEvent, TermDates } from '@linking/events/programme/programme-events.js';
import { isAcademicYear, yearEnd, yearStart } from '../calendar/academic-year.js';
import { fullDate } from '../calendar/words.js';
import { Refusal } from '../refusal.js';
import { sameContent } from '../link/decided.js';
import type { Programme } from './programme.js';

export function enterTermDates(dates: TermDates, programme: Programme): readonly ProgrammeEvent[] {
  const known = programme.termDates.find(({ academicYear }) => academicYear === dates.academicYear);
  if (sameContent(known, dates)) return [];
  checkTermDates(dates);
  return [{ type: 'TermDatesEntered', data: dates }];
}

/** In their order, within the year, each half-term within its term. */
function checkTermDates({ academicYear, terms, closedDays, daysToAvoid }: TermDates): void {
  if (!isAcademicYear(academicYear)) {
    throw new Refusal('YEAR_NOT_VALID', `${academicYear} is not an academic year; write it as 2026-27.`);
  }
  const [autumn, spring, summer] = terms;
  if (autumn.name !== 'autumn' || spring.name !== 'spring' || summer.name !== 'summer') {
    throw notInOrder('Give the terms in their order: autumn, spring, summer.');
  }
  let last = yearStart(academicYear);
  for (const { name, firstDay, lastDay, halfTerm } of terms) {
    for (const day of [firstDay, halfTerm.from, halfTerm.to, lastDay]) {
      if (day < last) {
        throw notInOrder(
          `The ${name} term is out of order: ${fullDate(day)} comes before ${fullDate(last)}.`,
        );
      }
      last = day;
    }
  }
  if (last > yearEnd(academicYear))
    throw notInOrder(`The summer term ends by ${fullDate(yearEnd(academicYear))}.`);
  for (const { from, to } of [...closedDays, ...daysToAvoid]) {
    if (to < from) throw notInOrder(`${fullDate(to)} comes before ${fullDate(from)}.`);
    if (from < yearStart(academicYear) || to > yearEnd(academicYear)) {
      throw notInOrder(`${fullDate(from)} is not in ${academicYear}.`);
    }
  }
}

const notInOrder = (sentence: string) =>
  new Refusal('TERM_DATES_NOT_VALID', sentence, { nextStep: 'Look at the dates and save again.' });
