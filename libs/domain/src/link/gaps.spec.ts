import { missingIn, type Gap } from './gaps.js';
import {
  accepted,
  agreed,
  brokered,
  happened,
  issued,
  met,
  plannedMeeting,
  proposed,
  proposedInSchool,
  sent,
  signedBy,
} from './spec-support/example-link.js';
import { given, type Facts } from './spec-support/given-when-then.js';

const skipped = (step: 'training' | 'first-meeting' | 'visit-2' | 'celebration' | 'goodbye') =>
  happened('2027-07-02', 'StepSkipped', { step, reasonCode: 'no-time' });
const goodbye = sent('a', '2027-07-02', 'goodbye');
const gaps = (...history: Facts) => missingIn(given(...history).link);
const of = (step: Gap['step'], ...history: Facts) => gaps(...history).filter((gap) => gap.step === step);
const steps = (...history: Facts) => gaps(...history).map(({ step }) => step);

describe('what a link lacks', () => {
  it('is the yes of the head who has not said it', () => {
    expect(of('brokering', proposed, accepted('a'))).toEqual([
      { stage: 'brokered', step: 'brokering', side: 'b' },
    ]);
  });

  it('is the signature of the school that has not signed; one is enough within a school', () => {
    expect(of('agreement', issued, signedBy('a'))).toEqual([
      { stage: 'signed', step: 'agreement', side: 'b' },
    ]);
    expect(of('agreement', proposedInSchool)).toEqual([{ stage: 'signed', step: 'agreement', side: 'a' }]);
  });

  it('is not the interest: it starts with the answers of the heads', () => {
    expect(steps(proposed.slice(0, 2))).toEqual(steps(proposed));
    expect(steps(proposed)[0]).toBe('brokering');
  });

  it('is no step that was skipped', () => {
    expect(steps(agreed)).toEqual(['training', 'training', 'first-meeting', 'visit-2', 'visit-3', 'goodbye']);
    expect(
      steps(agreed, skipped('training'), skipped('first-meeting'), skipped('visit-2'), skipped('goodbye')),
    ).toEqual(['visit-3']);
  });

  it('is a celebration that was planned, and none that nobody planned or that was skipped', () => {
    const planned = plannedMeeting(4, '2027-07-08');
    expect(steps(met, goodbye)).toStrictEqual(['visit-2', 'visit-3']);
    expect(steps(met, goodbye, planned)).toEqual(['visit-2', 'visit-3', 'celebration']);
    expect(steps(met, skipped('goodbye'), planned)).toEqual(['visit-2', 'visit-3', 'celebration']);
    expect(steps(met, skipped('goodbye'), planned, skipped('celebration'))).toEqual(['visit-2', 'visit-3']);
  });
});

describe('a training that is missing', () => {
  const assigned = (teacherId: string, lead: boolean) =>
    happened('2026-09-10', 'TeacherAssigned', { side: 'a', teacherId, linkedBefore: false, lead });
  const asked = (...history: Facts) => of('training', ...history)[0];

  it('names the teacher who leads', () => {
    expect(asked(agreed, assigned('second', true))).toMatchObject({ side: 'a', teacherId: 'second' });
    expect(asked(agreed, assigned('second', false))).toMatchObject({ side: 'a', teacherId: 'teacher-a' });
  });

  it('names the first where nobody leads any more, and nobody where no teacher is known', () => {
    const nobodyLeads = [assigned('second', false), assigned('teacher-a', false)];
    expect(asked(agreed, nobodyLeads)).toMatchObject({ teacherId: 'second' });
    const unnamed = brokered.map((it) =>
      it.type === 'InterestRecorded' ? { ...it, data: { ...it.data, teachers: [] } } : it,
    );
    expect(asked(unnamed)).toEqual({ stage: 'trained', step: 'training', side: 'a' });
  });
});
