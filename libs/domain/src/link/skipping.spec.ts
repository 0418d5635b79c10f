import type { SkippableStep } from '@linking/events/link/link-events.js';
import type { LinkCommand } from './commands.js';
import { given, on } from './spec-support/given-when-then.js';
import { agreed, attended, happened, sent, trained } from './spec-support/example-link.js';

describe('a step that is skipped', () => {
  const skip = (step: SkippableStep, side?: 'a' | 'b'): LinkCommand => ({
    type: 'SkipStep',
    step,
    reasonCode: 'no-time',
    ...(side === undefined ? {} : { side }),
  });

  it('may be the training of both while one side alone was trained', () => {
    given(agreed, attended('a'))
      .when(skip('training'))
      .thenRecorded(['StepSkipped', { step: 'training' }]);
    given(agreed, attended('b'))
      .when(skip('training'))
      .thenRecorded(['StepSkipped', { step: 'training' }]);
    given(agreed, attended('b'))
      .when(skip('training', 'a'))
      .thenRecorded(['StepSkipped', { side: 'a' }]);
    given(trained).when(skip('training', 'a')).thenRefused('STEP_ALREADY_DONE');
  });

  it('may be what the other side sent', () => {
    given(agreed, sent('b'))
      .when(skip('exchange', 'a'))
      .thenRecorded(['StepSkipped', { side: 'a' }]);
  });

  it('may be a planning half-day that a teacher missed', () => {
    const missed = happened('2027-01-20', 'TrainingMissed', {
      side: 'a',
      teacherId: 'teacher-a',
      kind: 'planning-half',
      reasonCode: 'ill',
    });
    given(agreed, missed)
      .when(skip('planning'), on('2027-02-01'))
      .thenRecorded(['StepSkipped', { step: 'planning' }]);
  });

  it('may be the planning half-day of one school, also when the other had its own', () => {
    const planned = attended('b', '2027-01-20', 'planning-half');
    given(agreed, planned)
      .when(skip('planning', 'a'), on('2027-02-01'))
      .thenRecorded(['StepSkipped', { step: 'planning', side: 'a' }]);
    given(agreed, planned).when(skip('planning'), on('2027-02-01')).thenRecorded(['StepSkipped']);
    given(agreed, planned).when(skip('planning', 'b'), on('2027-02-01')).thenRefused('STEP_ALREADY_DONE');
  });

  it.each(['first-meeting', 'visit-2', 'visit-3', 'celebration', 'goodbye'] as const)(
    'is skipped for both schools when they take it together: %s',
    (step) => {
      const { link, history } = given(agreed)
        .when(skip(step, 'a'), on('2027-02-01'))
        .thenRecorded(['StepSkipped', { step }]);
      expect(link.skipped).toStrictEqual([{ step, reasonCode: 'no-time', on: '2027-02-01' }]);
      given(history).when(skip(step, 'b'), on('2027-02-01')).thenNothing();
    },
  );
});
