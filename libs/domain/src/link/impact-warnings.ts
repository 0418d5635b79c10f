import { switchedOn } from '../programme/switches.js';
import type { CommandOf } from './commands.js';
import { bothSides, meetingOf, type Link } from './link.js';
import { enoughAnswers } from './survey-numbers.js';
import type { Warning } from './warnings.js';

/** What is odd about looking back: on a meeting of which nothing is known, on few answers, or not at all. */
export function impactWarnings(
  command: CommandOf<'RecordReflection' | 'RecordSurvey' | 'Complete'>,
  link: Link,
): readonly Warning[] {
  switch (command.type) {
    case 'RecordReflection': {
      const { meeting } = command;
      if (meeting === undefined || meetingOf(link, meeting)?.status === 'held') return [];
      return [{ code: 'MEETING_NOT_HELD', sentence: 'This meeting is not recorded as held.' }];
    }
    case 'RecordSurvey':
      return command.n === undefined || enoughAnswers(command.n)
        ? []
        : [
            {
              code: 'TOO_FEW_ANSWERS',
              sentence: 'Fewer than five answered: it is kept that the survey was done, and no numbers.',
            },
          ];
    case 'Complete':
      return switchedOn(link.programmeYear, 'surveys')
        ? bothSides
            .filter((side) => !link.impact.surveys.some((it) => it.side === side && it.round === 'post'))
            .map((side) => ({
              code: 'AFTER_SURVEY_MISSING',
              sentence: `No after-survey of side ${side} is recorded.`,
            }))
        : [];
  }
}
