import { gapsOf } from './gaps.js';
import { nextSteps } from './next.js';
import { given } from './spec-support/given-when-then.js';
import {
  accepted,
  agreed,
  attended,
  brokered,
  happened,
  heldMeeting,
  issued,
  issuedTo,
  met,
  proposed,
  proposedInSchool,
  sent,
  signedBy,
  trained,
} from './spec-support/example-link.js';
import { stageOf } from './stage.js';

const skipped = (step: 'celebration' | 'training' | 'first-meeting' | 'goodbye', side?: 'a' | 'b') =>
  happened('2027-07-02', 'StepSkipped', { step, reasonCode: 'no-time', ...(side ? { side } : {}) });
const celebrationSkippedOn = (day: string) =>
  happened(day, 'StepSkipped', { step: 'celebration', reasonCode: 'no-time' });
const visits = [heldMeeting(2, '2027-03-01'), heldMeeting(3, '2027-05-01')];
const goodbyes = (day: string) => [sent('a', day, 'goodbye'), sent('b', day, 'goodbye')];
const celebrated = goodbyes('2027-07-02');

describe('the stage of a link', () => {
  it.each([
    ['interest', proposed, '2026-06-01'],
    ['brokered', brokered, '2026-06-10'],
    ['signed', agreed, '2026-09-09'],
    ['trained', trained, '2026-10-01'],
    ['met', met, '2026-11-12'],
    ['visited', [...met, ...visits], '2027-05-01'],
    ['celebrated', [...met, ...visits, ...celebrated, skipped('celebration')], '2027-07-02'],
  ] as const)('%s follows from the facts', (stage, history, day) => {
    const { link } = given(history);
    expect(stageOf(link)).toBe(stage);
    expect(link.reached[stage]).toBe(day);
    expect(gapsOf(link)).toEqual([]);
  });

  it('needs both sides, both signatures, both trainings and both visits', () => {
    expect(stageOf(given(proposed, accepted('a')).link)).toBe('interest');
    expect(stageOf(given(issued, signedBy('a')).link)).toBe('brokered');
    expect(stageOf(given(agreed, attended('a')).link)).toBe('signed');
    expect(stageOf(given(met, visits[0] ?? []).link)).toBe('met');
    expect(stageOf(given(met, visits, celebrated).link)).toBe('visited');
    expect(stageOf(given(met, visits, skipped('celebration')).link)).toBe('visited');
  });

  it('is the interest of the schools from the first of them on', () => {
    expect(stageOf(given(proposed.slice(0, 1)).link)).toBe('interest');
  });

  it('is the furthest one reached, in whatever order things happened', () => {
    const { link } = given(proposed, heldMeeting(1, '2026-11-12'));
    expect(stageOf(link)).toBe('met');
    expect(link.reached).toStrictEqual({ interest: '2026-06-01', met: '2026-11-12' });
  });

  it('takes the first day on which its condition held, also when that is entered later', () => {
    const { link } = given(agreed, attended('a'), attended('b', '2026-10-15'), attended('b', '2026-10-08'));
    expect(link.reached.trained).toBe('2026-10-08');
  });

  it('of a link whose days are not known is dated by what is known', () => {
    const { link } = given(
      agreed,
      attended('a', 'before-import'),
      attended('b', '2026-10'),
      heldMeeting(1, '2026-11-12'),
    );
    expect(link.reached.trained).toBe('2026-10');
  });

  it('of a link that said goodbye when the celebration was skipped is dated then, also when it was held after all', () => {
    const days = [
      celebrationSkippedOn('2027-06-25'),
      ...goodbyes('2027-07-01'),
      heldMeeting(4, '2027-07-07'),
    ];
    for (const entered of [days, days.toReversed()]) {
      expect(given(met, entered).link.reached.celebrated).toBe('2027-07-01');
    }
  });

  it('counts a training before the import before any whose day is known', () => {
    const { link } = given(
      agreed,
      attended('a', '2026-10-20'),
      attended('a', 'before-import'),
      attended('b', '2026-10-08'),
    );
    expect(link.reached.trained).toBe('2026-10-08');
  });

  it('of a class whose teacher came before the import and once more is dated by the first time', () => {
    const { link } = given(
      agreed,
      attended('a', '2026-10-01'),
      attended('a', 'before-import'),
      attended('b', 'before-import'),
    );
    expect(link.reached.trained).toBe('before-import');
  });

  it('of an in-school link needs one signature', () => {
    const { link } = given(proposedInSchool, accepted('a'), accepted('b'), issuedTo('a'), signedBy('a'));
    expect(stageOf(link)).toBe('signed');
    expect(gapsOf(link)).toEqual([]);
    expect(nextSteps(link)[0]).toEqual({ command: 'RecordTrainingAttended', by: 'teacher-a' });
  });

  it('stays reached when the class grows, the teacher changes or she needs more training', () => {
    const { link } = given(
      trained,
      happened('2026-12-01', 'ClassConfirmed', {
        side: 'a',
        classNameId: 'n',
        yearGroups: [4],
        pupilCount: 33,
        teachers: [{ teacherId: 'new', linkedBefore: false }],
      }),
      happened('2026-12-01', 'TrainingRequirementSet', {
        side: 'b',
        teacherId: 'teacher-b',
        kind: 'initial-full',
        basis: 'first-time',
      }),
    );
    expect(stageOf(link)).toBe('trained');
    expect(gapsOf(link)).toEqual([]);
  });

  it('moves back by a void, and its gap opens', () => {
    const voided = happened('2026-11-20', 'EntryVoided', {
      voidsEventId: `e${trained.length}`,
      reasonCode: 'wrong-link',
    });
    expect(stageOf(given(trained, voided).link)).toBe('signed');
    const { link } = given(trained, voided, heldMeeting(1, '2026-11-12'));
    expect(stageOf(link)).toBe('met');
    expect(gapsOf(link)).toEqual([{ stage: 'trained', step: 'training', side: 'b', teacherId: 'teacher-b' }]);
  });
});

describe('the gaps of a link', () => {
  it('name every earlier milestone without a fact, and whose it is', () => {
    expect(gapsOf(given(proposed, visits, celebrated, skipped('celebration')).link)).toEqual([
      { stage: 'brokered', step: 'brokering', side: 'a' },
      { stage: 'brokered', step: 'brokering', side: 'b' },
      { stage: 'signed', step: 'agreement', side: 'a' },
      { stage: 'signed', step: 'agreement', side: 'b' },
      { stage: 'trained', step: 'training', side: 'a', teacherId: 'teacher-a' },
      { stage: 'trained', step: 'training', side: 'b', teacherId: 'teacher-b' },
      { stage: 'met', step: 'first-meeting' },
    ]);
    expect(gapsOf(given(met, celebrated, skipped('celebration'), visits[0] ?? []).link)).toEqual([
      { stage: 'visited', step: 'visit-3' },
    ]);
  });

  it('are closed by a skip with its reason', () => {
    const { link } = given(agreed, attended('a'), skipped('training', 'b'), visits, skipped('first-meeting'));
    expect(gapsOf(link)).toEqual([]);
    expect(link.reached.trained).toBeUndefined();
  });
});
