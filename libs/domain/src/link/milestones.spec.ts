import type { Decided } from './decided.js';
import { given } from './spec-support/given-when-then.js';
import { agreed, attended, happened, heldMeeting, met, sent } from './spec-support/example-link.js';
import { trainedOn } from './stage.js';

describe('a milestone', () => {
  it('is that of training when a teacher of each side attended', () => {
    const missed = happened('2026-10-01', 'TrainingMissed', {
      side: 'b',
      teacherId: 'teacher-b',
      kind: 'initial-full',
      reasonCode: 'ill',
    });
    expect(given(agreed, attended('a'), missed).link.reached.trained).toBeUndefined();
    expect(given(agreed, attended('a'), attended('a', '2026-10-08')).link.reached.trained).toBeUndefined();
    const cover = happened('2026-10-02', 'TeacherAssigned', {
      side: 'b',
      teacherId: 'stranger',
      linkedBefore: false,
      lead: false,
    });
    expect(
      given(agreed, cover, attended('a'), attended('b', '2026-10-08', 'initial-half', 'stranger')).link
        .reached.trained,
    ).toBeUndefined();
  });

  it('is that of training for each class by itself, though one teacher has both', () => {
    const joins = happened('2026-09-20', 'TeacherAssigned', {
      side: 'b',
      teacherId: 'teacher-a',
      linkedBefore: false,
      lead: false,
    });
    const { link } = given(agreed, joins, attended('a'));
    expect(trainedOn(link, 'a')).toBe('2026-10-01');
    expect(trainedOn(link, 'b')).toBeUndefined();
    expect(link.reached.trained).toBeUndefined();
  });

  it('is that of the celebration when the goodbye was said and the celebration was held or skipped', () => {
    const goodbye = [sent('a', '2027-07-02', 'goodbye'), sent('b', '2027-07-05', 'goodbye')];
    const work = [sent('a', '2027-06-01'), sent('b', '2027-06-01')];
    const skipped = (step: 'celebration' | 'training', on: string) =>
      happened(on, 'StepSkipped', { step, reasonCode: 'no-time' });
    const reached = (...facts: readonly Decided[]) => given(met, facts).link.reached.celebrated;
    expect(reached(...goodbye)).toBeUndefined();
    expect(reached(...work, heldMeeting(4, '2027-07-01'))).toBeUndefined();
    expect(reached(...work, ...goodbye, heldMeeting(4, '2027-07-01'))).toBe('2027-07-02');
    expect(reached(...work, ...goodbye, skipped('training', '2027-01-01'))).toBeUndefined();
    expect(reached(...goodbye, skipped('training', '2027-01-01'), skipped('celebration', '2027-07-09'))).toBe(
      '2027-07-09',
    );
  });

  it('of the visits waits for both', () => {
    expect(given(met, heldMeeting(2, '2027-03-01')).link.reached.visited).toBeUndefined();
    expect(given(met, heldMeeting(3, '2027-03-01')).link.reached.visited).toBeUndefined();
  });
});
