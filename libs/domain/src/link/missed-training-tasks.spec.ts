import type { LinkEventData } from '@linking/events/link/link-events.js';
import type { Decided } from './decided.js';
import { tasksOf } from './link-tasks.js';
import { agreed, attended, happened, heldMeeting, sent } from './spec-support/example-link.js';
import { given, type Facts } from './spec-support/given-when-then.js';

const missed = (day: string, change: Partial<LinkEventData['TrainingMissed']> = {}): Decided =>
  happened(day, 'TrainingMissed', {
    side: 'b',
    teacherId: 'teacher-b',
    kind: 'initial-half',
    reasonCode: 'illness',
    ...change,
  });
const invited = (day: string, change: Partial<LinkEventData['TeacherEnrolled']> = {}): Decided =>
  happened('2026-10-05', 'TeacherEnrolled', {
    side: 'b',
    teacherId: 'teacher-b',
    sessionId: 'session-2',
    kind: 'initial-half',
    on: day,
    ...change,
  });
const second = happened('2026-09-10', 'TeacherAssigned', {
  side: 'b',
  teacherId: 'second',
  linkedBefore: true,
  lead: false,
});
const replaced = happened('2026-10-02', 'TeacherReplaced', {
  side: 'b',
  from: 'teacher-b',
  to: 'new',
  linkedBefore: true,
  reasonCode: 'left',
});

/** Who needs another date, and for which one that is gone. */
const needDates = (...history: Facts) =>
  tasksOf(given(agreed, ...history).link).flatMap((task) =>
    task.kind === 'training-missed' ? [`${task.teacherId} ${task.due}`] : [],
  );

describe('another date for the training', () => {
  it('is needed by the teacher who missed it, not by one who came or is going to', () => {
    expect(needDates(second, missed('2026-10-01'))).toEqual(['teacher-b 2026-10-01']);
    const half = attended('a', '2026-10-01', 'initial-half');
    expect(needDates(half, invited('2026-11-26'))).toEqual([]);
  });

  it('is not given by a place of a colleague, or by one before the day that was missed', () => {
    const asked = ['teacher-b 2026-10-01'];
    expect(needDates(second, missed('2026-10-01'), invited('2026-11-26', { teacherId: 'second' }))).toEqual(
      asked,
    );
    for (const day of ['2026-09-24', '2026-10-01']) {
      expect(needDates(missed('2026-10-01'), invited(day))).toEqual(asked);
    }
    expect(needDates(missed('2026-10-01'), attended('b', '2026-11-01', 'planning-half'))).toEqual(asked);
  });

  it('is not given by half of what a newcomer needs', () => {
    const newcomer = { side: 'a', teacherId: 'teacher-a', kind: 'initial-full' } as const;
    expect(
      needDates(
        missed('2026-10-01', newcomer),
        happened('2026-11-01', 'TrainingAttended', {
          ...newcomer,
          kind: 'initial-half',
          minutes: 150,
        }),
      ),
    ).toEqual(['teacher-a 2026-10-01']);
  });

  it('is given by a place of her own, also when nobody knows the day that she missed', () => {
    expect(needDates(missed('before-import'), invited('2026-11-26'))).toEqual([]);
  });

  it('is asked for once by her who missed the second one as well', () => {
    expect(needDates(missed('2026-10-01'), missed('2026-11-26'))).toEqual(['teacher-b 2026-11-26']);
  });

  it('is not needed for the planning session, nor given by a place at one', () => {
    expect(needDates(missed('2026-10-01', { kind: 'planning-half' }))).toEqual([]);
    expect(needDates(missed('2026-10-01'), invited('2027-01-20', { kind: 'planning-half' }))).toEqual([
      'teacher-b 2026-10-01',
    ]);
  });

  it('is not needed by her who has left the class', () => {
    expect(needDates(missed('2026-10-01'), replaced)).toEqual([]);
  });

  it('is looked for on each side by itself, where one teacher has both classes', () => {
    const both = happened('2026-09-10', 'TeacherAssigned', {
      side: 'a',
      teacherId: 'teacher-b',
      linkedBefore: true,
      lead: false,
    });
    expect(needDates(both, missed('2026-10-01'))).toEqual(['teacher-b 2026-10-01']);
    expect(needDates(both, missed('2026-10-01'), invited('2026-11-26', { side: 'a' }))).toEqual([
      'teacher-b 2026-10-01',
    ]);
  });
});

describe('who missed the training', () => {
  it('is no overdue step besides, when both missed it', () => {
    const both = [missed('2026-10-01'), missed('2026-10-01', { side: 'a', teacherId: 'teacher-a' })];
    const kinds = tasksOf(given(agreed, both).link).map((task) =>
      task.kind === 'step' ? task.step : task.kind,
    );
    expect(kinds.filter((kind) => kind.startsWith('training'))).toEqual([
      'training-missed',
      'training-missed',
    ]);
  });

  it('is asked for everything else like others', () => {
    const held = heldMeeting(1, '2026-11-12');
    expect(tasksOf(given(agreed, attended('a'), missed('2026-10-01'), sent('a'), held).link)).toContainEqual(
      expect.objectContaining({
        step: 'exchange',
        awaited: [{ side: 'b', personId: 'teacher-b', role: 'teacher' }],
      }),
    );
  });
});

describe('a teacher who took over a class that was trained', () => {
  const took = { ...replaced, occurredOn: '2026-11-02' };
  const asked = (...history: Facts) =>
    tasksOf(given(agreed, ...history).link).flatMap((task) =>
      task.kind === 'training-missed' || task.kind === 'new-teacher-training' ? [task.kind] : [],
    );

  it('is asked for her own training, whoever missed it on the other side', () => {
    const other = missed('2026-10-01', { side: 'a', teacherId: 'teacher-a' });
    expect(asked(attended('b', '2026-10-01', 'initial-half'), other, took)).toEqual([
      'training-missed',
      'new-teacher-training',
    ]);
  });

  it('is asked once when she missed it with her class of the other side', () => {
    const there = happened('2026-09-10', 'TeacherAssigned', {
      side: 'a',
      teacherId: 'new',
      linkedBefore: true,
      lead: false,
    });
    const other = missed('2026-10-01', { side: 'a', teacherId: 'new' });
    expect(asked(there, attended('b', '2026-10-01', 'initial-half'), other, took)).toEqual([
      'training-missed',
    ]);
  });
});
