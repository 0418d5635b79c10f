import type { Decided } from './decided.js';
import { foldLink } from './evolve.js';
import { linkKnownNow } from './replay.js';
import { recorded } from './spec-support/given-when-then.js';
import {
  accepted,
  agreed,
  brokered,
  happened,
  heldMeeting,
  issuedTo,
  plannedMeeting,
  proposed,
  signedBy,
  trained,
} from './spec-support/example-link.js';
import { factsInAnyOrder } from './spec-support/facts-in-any-order.js';

const ready = (day: string) =>
  happened(day, 'ReadyForTheDay', {
    number: 1,
    side: 'a',
    riskAssessment: 'confirmed',
    transport: 'booked',
  });
const confirmedWith = (day: string, ...teacherIds: readonly string[]) =>
  happened(day, 'ClassConfirmed', {
    side: 'a',
    classNameId: 'n2',
    yearGroups: [4],
    pupilCount: 28,
    teachers: teacherIds.map((teacherId) => ({ teacherId, linkedBefore: false })),
  });
const place = { side: 'a', teacherId: 'teacher-a', sessionId: 's1' } as const;
const succeeded = (day: string, from: string, to: string) =>
  happened(day, 'SchoolSucceeded', { side: 'a', from, to, on: day });
const EVER = '2030-01-01';

describe('what is known now, in whatever order it was entered,', () => {
  it('is in the order in which it happened; of two things of one day the one entered later counts', () => {
    const pupils = (...said: readonly (readonly [day: string, pupilCount: number])[]) => {
      const changes = said.map(([day, pupilCount]) =>
        happened(day, 'ClassDetailsChanged', { side: 'a', pupilCount }),
      );
      return linkKnownNow(recorded([...agreed, ...changes]), EVER).sides.a.pupilCount;
    };
    expect(pupils(['2026-12-01', 31], ['2026-10-01', 29])).toBe(31);
    expect(pupils(['2026-10-01', 29], ['2026-12-01', 31])).toBe(31);
    expect(pupils(['2026-12-01', 31], ['2026-12-01', 32])).toBe(32);
  });

  it.each<[string, readonly Decided[]]>([
    [
      'a yes given before the proposal was entered',
      [...proposed, accepted('a', '2026-05-20'), accepted('b')],
    ],
    [
      'a class confirmed before the proposal was entered',
      [
        ...proposed,
        happened('2026-05-20', 'ClassConfirmed', {
          side: 'a',
          classNameId: 'n2',
          yearGroups: [5],
          pupilCount: 20,
          teachers: [{ teacherId: 'new', linkedBefore: false }],
        }),
      ],
    ],
    [
      'a paper signed before the agreement was entered as sent',
      [...brokered, issuedTo('a', '2026-09-20'), issuedTo('b'), signedBy('a'), signedBy('b')],
    ],
    [
      'training attended before the enrolment was entered',
      [
        ...agreed,
        happened('2026-10-20', 'TeacherEnrolled', {
          side: 'a',
          teacherId: 'teacher-a',
          sessionId: 's1',
          kind: 'initial-full',
          on: '2026-10-01',
        }),
        happened('2026-10-01', 'TrainingAttended', {
          side: 'a',
          teacherId: 'teacher-a',
          sessionId: 's1',
          kind: 'initial-full',
          minutes: 300,
        }),
      ],
    ],
    [
      'a meeting held before its plan was entered',
      [...trained, plannedMeeting(1, '2026-11-12', '2026-11-20'), heldMeeting(1, '2026-11-12')],
    ],
    [
      'a meeting held before its plan was moved on paper',
      [
        ...trained,
        plannedMeeting(1, '2026-11-10'),
        happened('2026-11-20', 'MeetingRescheduled', {
          number: 1,
          on: '2026-11-12',
          startsAt: '09:00',
          endsAt: '11:00',
          reasonCode: 'coach',
        }),
        heldMeeting(1, '2026-11-12'),
      ],
    ],
    [
      'a school that was ready before its meeting was entered as planned',
      [...trained, plannedMeeting(1, '2026-12-03', '2026-11-20'), ready('2026-11-10')],
    ],
    [
      'a meeting that was moved, put online and called off before its plan was entered',
      [
        ...trained,
        plannedMeeting(1, '2026-12-03', '2026-11-20'),
        happened('2026-11-18', 'MeetingRescheduled', {
          number: 1,
          on: '2026-12-10',
          startsAt: '10:00',
          endsAt: '12:00',
          reasonCode: 'coach',
        }),
        happened('2026-11-19', 'MeetingMovedOnline', { number: 1, reasonCode: 'storm' }),
        happened('2026-11-12', 'MeetingCancelled', { number: 1, reasonCode: 'storm' }),
      ],
    ],
    [
      'a meeting that was planned anew on an earlier day than it was called off',
      [
        ...trained,
        plannedMeeting(1, '2026-12-03', '2026-11-01'),
        happened('2026-11-20', 'MeetingCancelled', { number: 1, reasonCode: 'storm' }),
        plannedMeeting(1, '2026-12-10', '2026-11-12'),
      ],
    ],
    [
      'a training that was found to be needed, and a teacher who left, before the class was confirmed',
      [
        ...agreed,
        confirmedWith('2026-09-20', 'teacher-a', 'second'),
        happened('2026-09-12', 'TrainingRequirementSet', {
          side: 'a',
          teacherId: 'second',
          kind: 'initial-half',
          basis: 'linked-before',
        }),
        happened('2026-09-14', 'TeacherReplaced', {
          side: 'a',
          from: 'second',
          to: 'third',
          linkedBefore: false,
          reasonCode: 'left-school',
        }),
      ],
    ],
    [
      'a teacher who came before the class was confirmed without her',
      [
        ...agreed,
        confirmedWith('2026-09-20', 'teacher-a'),
        happened('2026-09-12', 'TeacherAssigned', {
          side: 'a',
          teacherId: 'second',
          linkedBefore: false,
          lead: false,
        }),
      ],
    ],
    [
      'a place that was given up before it was entered',
      [
        ...agreed,
        happened('2026-09-20', 'TeacherEnrolled', { ...place, kind: 'initial-full', on: '2026-10-01' }),
        happened('2026-09-15', 'EnrolmentWithdrawn', place),
      ],
    ],
    [
      'a rest that was over, and a contact that was found, before either was entered as lost',
      [
        ...agreed,
        happened('2026-09-20', 'LinkPaused', { reasonCode: 'inspection' }),
        happened('2026-09-15', 'LinkResumed', {}),
        happened('2026-09-20', 'ContactLost', { side: 'a', personId: 'teacher-a' }),
        happened('2026-09-15', 'ContactRestored', { side: 'a', personId: 'teacher-a' }),
      ],
    ],
    [
      'heads and schools that followed each other before the first was entered',
      [
        ...agreed,
        happened('2026-09-20', 'HeadteacherChanged', { side: 'a', headId: 'second', from: 'head-a' }),
        happened('2026-09-15', 'HeadteacherChanged', { side: 'a', headId: 'third', from: 'second' }),
        succeeded('2026-09-20', '900001', '900003'),
        succeeded('2026-09-15', '900003', '900004'),
      ],
    ],
  ])('loses nothing of %s', (_, history) => {
    const events = recorded(history);
    const [now, log] = [linkKnownNow(events, EVER), foldLink(events)];
    expect(now.reached).toEqual(log.reached);
    expect(factsInAnyOrder(now)).toEqual(factsInAnyOrder(log));
  });

  it('says who leads the class, and who withdrew, by the later day, not by the later entry', () => {
    const leads = (day: string, teacherId: string) =>
      happened(day, 'TeacherAssigned', { side: 'a', teacherId, linkedBefore: false, lead: true });
    const withdrew = (day: string, side: 'a' | 'both') =>
      happened(day, 'LinkWithdrawn', { side, reasonCode: 'illness', stageReached: 'signed' });
    const events = recorded([
      ...agreed,
      leads('2026-10-20', 'second'),
      leads('2026-10-15', 'third'),
      withdrew('2026-11-20', 'a'),
      withdrew('2026-11-10', 'both'),
    ]);
    const now = linkKnownNow(events, EVER);
    expect(now.sides.a.teachers.find(({ lead }) => lead)?.teacherId).toBe('second');
    expect([now.withdrew, now.closedOn]).toEqual(['a', '2026-11-20']);
  });

  it('says nothing of a meeting before the day on which it was planned', () => {
    const events = recorded([...trained, plannedMeeting(1, '2026-12-03', '2026-11-20'), ready('2026-11-10')]);
    expect(linkKnownNow(events, '2026-11-19').meetings).toEqual([]);
    expect(linkKnownNow(events, '2026-11-20').meetings).toMatchObject([
      { status: 'planned', ready: { a: { riskAssessment: 'confirmed' } } },
    ]);
  });
});
