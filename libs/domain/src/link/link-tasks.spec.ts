import {
  agreed,
  attended,
  brokered,
  happened,
  heldMeeting,
  issued,
  plannedMeeting,
  proposed,
  sent,
  signedBy,
  trained,
} from './spec-support/example-link.js';
import { tasksOf, tasksOn } from './link-tasks.js';
import { given, type Facts } from './spec-support/given-when-then.js';

const tasks = (today: string, ...history: Facts) => tasksOn(tasksOf(given(...history).link), today);
const said = (today: string, ...history: Facts) =>
  tasks(today, ...history).map((task) =>
    task.kind === 'step' ? `${task.step} by ${task.due}` : `${task.kind} ${task.due}`,
  );
const missed = happened('2026-10-01', 'TrainingMissed', {
  side: 'b',
  teacherId: 'teacher-b',
  kind: 'initial-half',
  reasonCode: 'illness',
});
const ready = (side: 'a' | 'b') =>
  happened('2026-11-20', 'ReadyForTheDay', {
    number: 1,
    side,
    riskAssessment: 'confirmed',
    transport: 'booked',
  });

describe('a step of a link', () => {
  it('asks its coordinator from the day after its target, and names who is waited for', () => {
    expect(tasks('2026-11-30', trained, sent('a'))).toEqual([]);
    expect(tasks('2026-12-01', trained, sent('a'))).toEqual([
      {
        kind: 'step',
        step: 'exchange',
        from: '2026-12-01',
        due: '2026-11-30',
        awaited: [{ side: 'b', personId: 'teacher-b', role: 'teacher' }],
        agreed: false,
        escalation: {
          since: '2026-11-30',
          red: '2026-12-14',
          'phone-school': '2027-01-04',
          letter: '2027-01-12',
        },
      },
    ]);
  });

  it('asks a week ahead where a headteacher owes an answer', () => {
    const [task] = tasksOf(given(issued, signedBy('a')).link);
    expect(task).toMatchObject({
      step: 'agreement',
      awaited: [{ side: 'b', personId: 'head-b', role: 'headteacher' }],
    });
    const due = task?.due ?? '';
    expect(said(due, issued, signedBy('a'))).toEqual([`agreement by ${due}`]);
    expect(said('2026-09-02', issued, signedBy('a'))).toEqual([]);
  });

  it('asks a headteacher while no teacher is known', () => {
    const unnamed = brokered.map((it) =>
      it.type === 'InterestRecorded' ? { ...it, data: { ...it.data, teachers: [] } } : it,
    );
    expect(tasksOf(given(unnamed).link).flatMap((it) => (it.kind === 'step' ? [it] : []))).toContainEqual(
      expect.objectContaining({
        step: 'classes',
        awaited: [
          { side: 'a', personId: 'head-a', role: 'headteacher' },
          { side: 'b', personId: 'head-b', role: 'headteacher' },
        ],
      }),
    );
  });

  it('is quiet until a new date that was agreed by phone', () => {
    const call = happened('2026-12-02', 'DiscussionRecorded', {
      about: 'exchange',
      newTarget: '2026-12-11',
    });
    expect(said('2026-12-11', trained, call)).toEqual([]);
    expect(tasks('2026-12-12', trained, call)).toMatchObject([{ due: '2026-12-11', agreed: true }]);
  });
});

describe('a planned meeting', () => {
  const meeting = plannedMeeting(1, '2026-12-03');

  it('asks from ten days before for each risk assessment that is not confirmed', () => {
    const link = [...trained, sent('a'), sent('b'), meeting];
    expect(said('2026-11-22', link)).toEqual([]);
    expect(tasks('2026-11-23', link, ready('a'))).toMatchObject([
      { kind: 'meeting-not-ready', sides: ['b'] },
    ]);
    expect(said('2026-12-03', link, ready('a'), ready('b'))).toEqual([]);
  });

  it('asks for them until its day, and besides the step that it belongs to', () => {
    const late = plannedMeeting(1, '2027-02-04');
    const link = [...trained, sent('a'), sent('b'), late];
    expect(said('2027-02-04', link)).toEqual(['first-meeting by 2027-01-29', 'meeting-not-ready 2027-02-04']);
    expect(said('2027-02-05', link)).toEqual(['meeting-not-recorded 2027-02-04']);
  });

  it('asks for no risk assessment online', () => {
    const online = happened('2026-11-20', 'MeetingMovedOnline', { number: 1, reasonCode: 'storm' });
    expect(said('2026-12-03', trained, sent('a'), sent('b'), meeting, online)).toEqual([]);
    expect(said('2026-12-04', trained, sent('a'), sent('b'), meeting, online)).toEqual([
      'meeting-not-recorded 2026-12-03',
    ]);
  });

  it('asks to be recorded once its day is past, in place of the step it belongs to', () => {
    expect(said('2027-02-10', trained, sent('a'), sent('b'), meeting)).toEqual([
      'meeting-not-recorded 2026-12-03',
    ]);
    expect(said('2027-02-10', trained, sent('a'), meeting)).toEqual([
      'exchange by 2026-11-30',
      'meeting-not-recorded 2026-12-03',
    ]);
    expect(said('2026-12-04', trained, sent('a'), sent('b'), meeting, heldMeeting(1, '2026-12-03'))).toEqual(
      [],
    );
  });
});

describe('a teacher who missed the training', () => {
  it('needs another date, and is not asked for a second time as an overdue step', () => {
    expect(said('2026-11-23', agreed, attended('a'), missed)).toEqual(['training-missed 2026-10-01']);
    expect(tasks('2026-11-23', agreed, missed)).toMatchObject([
      { kind: 'step', step: 'training', awaited: [{ side: 'a' }] },
      { kind: 'training-missed', side: 'b', teacherId: 'teacher-b' },
    ]);
  });

  it('is asked from the beginning of the year when nobody knows the day any more', () => {
    const [task] = tasksOf(given(agreed, attended('a'), { ...missed, occurredOn: 'before-import' }).link);
    expect(task).toMatchObject({ kind: 'training-missed', from: '2026-09-01', due: 'before-import' });
  });

  it('has one once enrolled again, once trained elsewhere, and once the step is skipped', () => {
    const again = happened('2026-10-05', 'TeacherEnrolled', {
      side: 'b',
      teacherId: 'teacher-b',
      sessionId: 'session-2',
      kind: 'initial-full',
      on: '2026-11-26',
    });
    const skip = happened('2026-10-05', 'StepSkipped', { step: 'training', side: 'b', reasonCode: 'x' });
    expect(said('2026-10-20', agreed, attended('a'), missed, again)).toEqual([]);
    expect(said('2026-10-20', agreed, attended('a'), missed, attended('b', '2026-10-15'))).toEqual([]);
    expect(said('2026-10-20', agreed, attended('a'), missed, skip)).toEqual([]);
  });
});

it('a link that is paused, closed or not yet proposed asks for nothing', () => {
  const paused = happened('2026-07-01', 'LinkPaused', { reasonCode: 'flood' });
  const closed = happened('2026-07-01', 'LinkWithdrawn', {
    side: 'both',
    reasonCode: 'x',
    stageReached: 'brokered',
  });
  const lost = happened('2026-06-20', 'ContactLost', { side: 'b', personId: 'teacher-b' });
  expect(tasksOf(given(proposed, lost).link)).toHaveLength(2);
  for (const last of [paused, closed]) expect(tasksOf(given(proposed, lost, last).link)).toEqual([]);
  expect(tasksOf(given(proposed.slice(0, 2), lost).link)).toEqual([]);
});
