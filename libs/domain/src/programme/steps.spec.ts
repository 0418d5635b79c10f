import { nationalSteps } from './national-steps.js';
import { after } from './spec-support/example-programme.js';
import { began, decided, refused } from './spec-support/what-is-decided.js';
import { stepsNow } from './steps.js';

describe('the steps of a programme', () => {
  const changed = (step: keyof typeof nationalSteps, rule: { by?: string; usualDays: number }) =>
    refused([began], { type: 'ChangeSteps', steps: { ...nationalSteps, [step]: rule } });

  it('are the national ones until it has its own, and number their versions', () => {
    expect(decided([began], { type: 'ChangeSteps', steps: nationalSteps })).toEqual([]);
    const steps = { ...nationalSteps, goodbye: { by: '07-31', usualDays: 200 } };
    const [first] = decided([began], { type: 'ChangeSteps', steps });
    expect(first).toEqual({ type: 'StepsChanged', data: { version: 1, steps } });
    expect(stepsNow(after([began, first!])!)).toEqual(steps);
    expect(decided([began, first!], { type: 'ChangeSteps', steps: nationalSteps })).toEqual([
      { type: 'StepsChanged', data: { version: 2, steps: nationalSteps } },
    ]);
  });

  it.each([
    [
      'exchange',
      { usualDays: 28 },
      'The step exchange needs a target day.',
      'Write month and day, such as 01-31.',
    ],
    [
      'agreement',
      { by: '09-30', usualDays: 10 },
      'The step agreement has no day of the year: it counts from its beginning.',
      'Leave its day out.',
    ],
    [
      'exchange',
      { by: '11-31', usualDays: 28 },
      '11-31 is not a day of every year.',
      'Write month and day, such as 01-31.',
    ],
    [
      'goodbye',
      { by: '08-01', usualDays: 28 },
      'Nothing is asked for in August.',
      'Choose a day from 1 September to 31 July.',
    ],
    [
      'goodbye',
      { by: '08-31', usualDays: 28 },
      'Nothing is asked for in August.',
      'Choose a day from 1 September to 31 July.',
    ],
    [
      'exchange',
      { by: '11-30', usualDays: 0 },
      'A step takes from 1 to 200 days.',
      'Change the number of days.',
    ],
    [
      'exchange',
      { by: '11-30', usualDays: 201 },
      'A step takes from 1 to 200 days.',
      'Change the number of days.',
    ],
  ] as const)('are refused for %s with %j', (step, rule, sentence, nextStep) => {
    expect(changed(step, rule)).toEqual(['STEP_TARGET_NOT_VALID', sentence, nextStep]);
  });

  it('reach from 1 September to 31 July, and from 1 to 200 days', () => {
    expect(changed('classes', { by: '09-01', usualDays: 1 })).toHaveProperty('accepted');
    expect(changed('goodbye', { by: '07-31', usualDays: 200 })).toHaveProperty('accepted');
  });
});
