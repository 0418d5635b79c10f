import { given, type Facts } from '../link/spec-support/given-when-then.js';
import { agreed, attended, happened, proposed } from '../link/spec-support/example-link.js';
import { stillNeeded } from './still-needed.js';

const who = (kind: Parameters<typeof stillNeeded>[1], ...history: Facts) =>
  stillNeeded(given(...history).link, kind).map(({ teacherId, needs, agreed: signed }) => [
    teacherId,
    needs,
    signed,
  ]);
const session = { sessionId: 's1', kind: 'initial-full', on: '2026-10-01' } as const;
const enrolled = happened('2026-09-20', 'TeacherEnrolled', { side: 'a', teacherId: 'teacher-a', ...session });
const missed = happened('2026-10-01', 'TrainingMissed', {
  side: 'a',
  teacherId: 'teacher-a',
  sessionId: 's1',
  kind: 'initial-full',
  reasonCode: 'illness',
});

describe('who still needs training', () => {
  it('is every teacher of an open link: the full day the first time, else the half day', () => {
    const both = [
      ['teacher-a', 'initial-full', true],
      ['teacher-b', 'initial-half', true],
    ];
    expect(who('initial-full', agreed)).toEqual(both);
    expect(who('initial-half', agreed)).toEqual(both);
    expect(who('initial-full', proposed).map(([, , signed]) => signed)).toEqual([false, false]);
  });

  it('is not who has a place or has come; but who missed it', () => {
    expect(who('initial-full', agreed, enrolled)).toEqual([['teacher-b', 'initial-half', true]]);
    expect(who('initial-full', agreed, attended('b', '2026-10-01', 'initial-half'))).toEqual([
      ['teacher-a', 'initial-full', true],
    ]);
    expect(who('initial-full', agreed, enrolled, missed)).toHaveLength(2);
  });

  it('is nobody of a side that skipped it, or of a link that has ended', () => {
    const skipped = happened('2026-10-05', 'StepSkipped', { step: 'training', side: 'a', reasonCode: 'x' });
    expect(who('initial-full', agreed, skipped)).toEqual([['teacher-b', 'initial-half', true]]);
    const ended = happened('2026-10-05', 'LinkWithdrawn', {
      side: 'both',
      reasonCode: 'x',
      stageReached: 'signed',
    });
    expect(who('initial-full', agreed, ended)).toEqual([]);
  });

  it('is nobody of a side whose teacher was trained, but who came later; each for her own side', () => {
    const joins = (day: string, side: 'a' | 'b', teacherId: string) =>
      happened(day, 'TeacherAssigned', { side, teacherId, linkedBefore: false, lead: false });
    const share = joins('2026-09-12', 'a', 'share');
    expect(who('initial-full', agreed, share, enrolled).map(([teacher]) => teacher)).toEqual([
      'share',
      'teacher-b',
    ]);
    expect(who('initial-full', agreed, share, attended('a')).map(([teacher]) => teacher)).toEqual([
      'teacher-b',
    ]);
    const ofBoth = joins('2026-09-12', 'b', 'teacher-a');
    expect(who('initial-full', agreed, ofBoth, enrolled).map(([teacher]) => teacher)).toEqual([
      'teacher-b',
      'teacher-a',
    ]);
  });

  it('of the planning half-day is nobody who has a place at one, and nobody when it is skipped', () => {
    const place = {
      ...session,
      sessionId: 's2',
      kind: 'planning-half',
      side: 'a',
      teacherId: 'teacher-a',
    } as const;
    expect(who('planning-half', agreed, happened('2026-09-20', 'TeacherEnrolled', place))).toEqual([
      ['teacher-b', 'planning-half', true],
    ]);
    const skipped = happened('2026-10-05', 'StepSkipped', { step: 'planning', reasonCode: 'x' });
    expect(who('planning-half', agreed, skipped)).toStrictEqual([]);
    const ofOne = happened('2026-10-05', 'StepSkipped', { step: 'planning', side: 'a', reasonCode: 'x' });
    expect(who('planning-half', agreed, ofOne)).toEqual([['teacher-b', 'planning-half', true]]);
    expect(who('initial-full', agreed, skipped)).toHaveLength(2);
  });

  it('of the planning half-day are trained teachers too', () => {
    expect(who('planning-half', agreed, attended('a'), enrolled)).toEqual([
      ['teacher-a', 'planning-half', true],
      ['teacher-b', 'planning-half', true],
    ]);
  });
});
