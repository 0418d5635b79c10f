import type { TrainingKind } from '@linking/events/link/link-events.js';
import { agreed, happened, plannedMeeting, sent, trained } from './spec-support/example-link.js';
import { given, type Facts } from './spec-support/given-when-then.js';
import { teacherNext } from './teacher-next.js';

const next = (...facts: Facts) => teacherNext(given(...facts).link, 'a', '2026-09-20');
const place = (change: { readonly side?: 'a' | 'b'; readonly kind?: TrainingKind } = {}) =>
  happened('2026-09-15', 'TeacherEnrolled', {
    side: 'a',
    teacherId: `teacher-${change.side ?? 'a'}`,
    sessionId: 'session',
    kind: 'initial-full',
    on: '2026-10-01',
    ...change,
  });
const missed = happened('2026-09-16', 'TrainingMissed', {
  side: 'a',
  teacherId: 'teacher-a',
  sessionId: 'earlier',
  kind: 'initial-full',
  reasonCode: 'illness',
});
const full = { step: 'train', kind: 'initial-full', by: '2026-10-23' };

describe('the training that a teacher does next', () => {
  it('is the one in which she has a place, whatever she was thought to need', () => {
    expect(next(agreed, place())).toEqual({ ...full, on: '2026-10-01' });
    expect(next(agreed, place({ kind: 'initial-half' }))).toEqual({
      ...full,
      kind: 'initial-half',
      on: '2026-10-01',
    });
  });

  it('is not that of the other side, nor the planning half-day', () => {
    expect(next(agreed, place({ side: 'b' }))).toEqual(full);
    expect(next(agreed, place({ kind: 'planning-half' }))).toEqual(full);
  });

  it('says that she missed one until she has another place', () => {
    expect(next(agreed, missed)).toEqual({ ...full, missedOn: '2026-09-16' });
    expect(next(agreed, missed, place())).toEqual({ ...full, on: '2026-10-01' });
  });

  it('is the one that the teacher in charge needs, the full day while nobody is named', () => {
    const leads = happened('2026-09-12', 'TeacherAssigned', {
      side: 'a',
      teacherId: 'lead',
      linkedBefore: true,
      lead: true,
    });
    expect(next(agreed, leads)).toEqual({ ...full, kind: 'initial-half' });
    const unnamed = agreed.map((fact) =>
      fact.type === 'InterestRecorded' ? { ...fact, data: { ...fact.data, teachers: [] } } : fact,
    );
    expect(next(unnamed)).toEqual(full);
  });

  it('is none when the class skipped it', () => {
    const skipped = happened('2026-09-12', 'StepSkipped', {
      step: 'training',
      side: 'a',
      reasonCode: 'no-time',
    });
    expect(next(agreed, skipped)).toMatchObject({ step: 'send' });
  });
});

describe('who took over a trained class', () => {
  const takesOver = happened('2026-11-02', 'TeacherReplaced', {
    side: 'a',
    from: 'teacher-a',
    to: 'new',
    linkedBefore: true,
    reasonCode: 'left',
  });
  const { link } = given(trained, sent('a'), takesOver, plannedMeeting(1, '2027-01-14'));

  it('does the training that she needs herself next; whoever else opens the page does not', () => {
    expect(teacherNext(link, 'a', '2026-11-03', 'new')).toEqual({ step: 'train', kind: 'initial-half' });
    const meet = { step: 'meet', number: 1, on: '2027-01-14' };
    expect(teacherNext(link, 'a', '2026-11-03', 'cover')).toEqual(meet);
    expect(teacherNext(link, 'a', '2026-11-03')).toEqual(meet);
  });
});
