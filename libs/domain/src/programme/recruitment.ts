import type {
  ProgrammeEvent,
  Recruitment,
  RecruitmentState,
} from '@linking/events/programme/programme-events.js';
import { dayAndMonth, yearText } from '../calendar/words.js';
import { sameContent } from '../link/decided.js';
import { Refusal } from '../refusal.js';
import { checkYear } from './opening-year.js';
import type { Programme } from './programme.js';

export function changeRecruitment(wanted: Recruitment, programme: Programme): readonly ProgrammeEvent[] {
  const { year, from, until } = wanted;
  checkYear(year);
  if (from !== undefined && until !== undefined && until < from) {
    throw new Refusal('END_BEFORE_START', `${dayAndMonth(until)} comes before ${dayAndMonth(from)}.`, {
      nextStep: 'Enter the first and the last day, or leave them empty.',
    });
  }
  const known = programme.recruitment.find((it) => it.year === year);
  if (sameContent(wanted, known ?? { year, state: 'open' })) return [];
  return [{ type: 'RecruitmentChanged', data: wanted }];
}

export interface RecruitmentNow {
  readonly state: RecruitmentState;
  /** What a school that asks now should know; absent while every school is welcome. */
  readonly sentence?: string;
}

/** Whether a programme takes schools for a year on a day. Nothing said means open; a time in which it is open is closed around it. */
export function recruitmentOn(
  { name, recruitment }: Pick<Programme, 'name' | 'recruitment'>,
  year: string,
  day: string,
): RecruitmentNow {
  const said = recruitment.find((it) => it.year === year);
  if (said === undefined) return { state: 'open' };
  const { state, from = '', until = '9999-12-31' } = said;
  const takes = `${name} takes schools for ${yearText(year)}`;
  const takesNone = `${name} takes no more schools for ${yearText(year)}`;
  if (from <= day && day <= until) {
    switch (state) {
      case 'open':
        return { state };
      case 'waiting-list':
        return {
          state,
          sentence: `${name} has a waiting list for ${yearText(year)}: a partner cannot be promised.`,
        };
      case 'closed':
        return {
          state,
          sentence:
            said.until === undefined ? `${takesNone}.` : `${takesNone} until ${dayAndMonth(said.until)}.`,
        };
    }
  }
  if (state === 'closed') return { state: 'open' };
  if (day < from) return { state: 'closed', sentence: `${takes} from ${dayAndMonth(from)}.` };
  return { state: 'closed', sentence: `${takesNone}: it did until ${dayAndMonth(until)}.` };
}

/** What a school that asks now for one of these years should know; nothing while it is welcome. */
export const recruitmentNotices = (
  programme: Pick<Programme, 'name' | 'recruitment'>,
  years: readonly string[],
  day: string,
): readonly string[] => years.flatMap((year) => recruitmentOn(programme, year, day).sentence ?? []);
