import type { LinkCommand } from './commands.js';
import { given, on } from './spec-support/given-when-then.js';
import { agreed, attended, happened, sent, trained } from './spec-support/example-link.js';

describe('a step that is skipped', () => {
  const skip = (step: 'training' | 'exchange' | 'planning', side?: 'a' | 'b'): LinkCommand => ({
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
});
