import { targetedSteps } from '@linking/events/link/codes.js';
import type { ProgrammeEvent, StepRules } from '@linking/events/programme/programme-events.js';
import { sameContent } from '../link/decided.js';
import { isPossibleDate } from '../calendar/london.js';
import { Refusal } from '../refusal.js';
import { nationalSteps } from './national-steps.js';
import type { Programme } from './programme.js';

/** The steps that hold for links proposed from now on. */
export const stepsNow = ({ stepsVersions }: Pick<Programme, 'stepsVersions'>): StepRules =>
  stepsVersions.at(-1)?.steps ?? nationalSteps;

export function changeSteps(steps: StepRules, programme: Programme): readonly ProgrammeEvent[] {
  if (sameContent(steps, stepsNow(programme))) return [];
  for (const step of targetedSteps) {
    const { by, usualDays } = steps[step];
    if ((by === undefined) !== (nationalSteps[step].by === undefined)) {
      throw new Refusal(
        'STEP_TARGET_NOT_VALID',
        by === undefined
          ? `The step ${step} needs a target day.`
          : `The step ${step} has no day of the year: it counts from its beginning.`,
        { nextStep: by === undefined ? 'Write month and day, such as 01-31.' : 'Leave its day out.' },
      );
    }
    if (by !== undefined) checkTarget(by);
    if (usualDays < 1 || usualDays > 200) {
      throw new Refusal('STEP_TARGET_NOT_VALID', 'A step takes from 1 to 200 days.', {
        nextStep: 'Change the number of days.',
      });
    }
  }
  const version = (programme.stepsVersions.at(-1)?.version ?? 0) + 1;
  return [{ type: 'StepsChanged', data: { version, steps } }];
}

function checkTarget(by: string): void {
  // 2027 has no 29 February: a target exists in every year.
  if (!isPossibleDate(`2027-${by}`)) {
    throw new Refusal('STEP_TARGET_NOT_VALID', `${by} is not a day of every year.`, {
      nextStep: 'Write month and day, such as 01-31.',
    });
  }
  if (by > '07-31' && by < '09-01') {
    throw new Refusal('STEP_TARGET_NOT_VALID', 'Nothing is asked for in August.', {
      nextStep: 'Choose a day from 1 September to 31 July.',
    });
  }
}
