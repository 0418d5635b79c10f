import { nationalSteps } from '@linking/domain/programme/national-steps.js';
import { stepsNow } from '@linking/domain/programme/steps.js';
import { targetedSteps } from '@linking/events/link/codes.js';
import type { StepRule, StepRules } from '@linking/events/programme/programme-events.js';
import { targetedStepNames } from '@linking/words/link-terms.js';
import type { FormField, FormView } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import type { ProgrammeForm } from './programme-form.js';

export const stepsForm: ProgrammeForm = {
  title: 'Steps of the year',
  intro: 'They hold for links proposed from now on. A link keeps the steps it was proposed with.',
  submitLabel: 'Save the steps',
  fields: () =>
    targetedSteps.map((step): FormField => {
      const usual = {
        kind: 'number',
        name: `${step}.usualDays`,
        label: `${targetedStepNames[step]} usually takes`,
        hint: step === 'agreement' ? 'School days' : 'Days',
        width: 4,
      } as const;
      if (nationalSteps[step].by === undefined) return usual;
      const by = {
        kind: 'text',
        name: `${step}.by`,
        label: `${targetedStepNames[step]} by`,
        hint: 'Day and month, such as 31/1',
        width: 5,
      } as const;
      return { kind: 'row', fields: [by, usual] };
    }),
  values: ({ programme }) => stepValues(stepsNow(programme)),
  read: (posted) => [{ type: 'ChangeSteps', steps: readSteps(posted) }],
  done: 'The steps are saved. They hold for links proposed from now on.',
};

function stepValues(steps: StepRules): FormView['values'] {
  return Object.fromEntries(
    targetedSteps.flatMap((step) => {
      const { by, usualDays } = steps[step];
      const [month = '', day = ''] = by?.split('-') ?? [];
      return [
        [`${step}.usualDays`, String(usualDays)],
        ...(by === undefined ? [] : [[`${step}.by`, `${Number(day)}/${Number(month)}`]]),
      ];
    }),
  );
}

function readSteps(posted: PostedForm): StepRules {
  const steps: Partial<Record<(typeof targetedSteps)[number], StepRule>> = {};
  for (const step of targetedSteps) {
    const usualDays = posted.count(`${step}.usualDays`, 'Enter how many days it usually takes');
    steps[step] =
      nationalSteps[step].by === undefined ? { usualDays } : { by: readTarget(posted, step), usualDays };
  }
  return { ...nationalSteps, ...steps };
}

/** `31/1` is `01-31`. */
function readTarget(posted: PostedForm, step: string): string {
  const [, day = '', month = ''] = /^(\d{1,2})[/. ](\d{1,2})$/.exec(posted.typed(`${step}.by`)) ?? [];
  if (day === '') posted.wrong(`${step}.by`, 'Enter day and month, such as 31/1');
  return `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
