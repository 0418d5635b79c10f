import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { isAcademicYear, nextYear, previousYear } from '../calendar/academic-year.js';
import { yearText } from '../calendar/words.js';
import { Refusal } from '../refusal.js';
import type { ProgrammeCommand } from './commands.js';
import type { Programme } from './programme.js';

type Open = Extract<ProgrammeCommand, { readonly type: 'OpenYear' }>;

/** The year that is now, or the one after it; what the year before had is offered again. */
export function openYear({ year, now }: Open, programme: Programme): readonly ProgrammeEvent[] {
  checkYear(year);
  if (isOpened(programme, year)) return [];
  if (programme.state === 'proposed') {
    throw new Refusal('PROGRAMME_NOT_JOINED', `${programme.name} is only proposed.`, {
      nextStep: 'Let it join first, with the academic year of its first links.',
    });
  }
  if (year !== now && year !== nextYear(now)) {
    throw new Refusal('YEAR_NOT_VALID', `${yearText(year)} cannot be opened now.`, {
      nextStep: `Open ${yearText(now)} or ${yearText(nextYear(now))}.`,
    });
  }
  const from = previousYear(year);
  return [{ type: 'YearOpened', data: { year, ...(from < programme.year ? {} : { from }) } }];
}

export const isOpened = ({ openedYears }: Pick<Programme, 'openedYears'>, year: string): boolean =>
  openedYears.some((it) => it.year === year);

/** Throws YEAR_NOT_VALID. */
export function checkYear(year: string): void {
  if (isAcademicYear(year)) return;
  throw new Refusal('YEAR_NOT_VALID', `${year} is not an academic year; write it as 2026-27.`);
}
