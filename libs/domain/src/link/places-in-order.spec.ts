import type { LinkEventData } from '@linking/events/link/link-events.js';
import type { Decided } from './decided.js';
import { happened } from './spec-support/example-link.js';
import { EARLIER, LATER, orderOf } from './spec-support/order-of-days.js';

type Change = Partial<Pick<LinkEventData['TeacherEnrolled'], 'side' | 'teacherId' | 'sessionId' | 'kind'>>;
const place = { side: 'a', teacherId: 'teacher-a', sessionId: 'first' } as const;
const kind = 'initial-full';

const takesPlace = (day: string, change: Change = {}) =>
  happened(day, 'TeacherEnrolled', { ...place, kind, on: '2026-12-01', ...change });
const givesUpPlace = (day: string, { kind: _, ...change }: Change = {}) =>
  happened(day, 'EnrolmentWithdrawn', { ...place, ...change });
const came = (day: string, change: Change = {}) =>
  happened(day, 'TrainingAttended', { ...place, kind, minutes: 300, ...change });
const stayedAway = (day: string) =>
  happened(day, 'TrainingMissed', { ...place, kind, reasonCode: 'illness' });
const caughtUp = (day: string) => happened(day, 'CatchUpCompleted', { ...place, kind, minutes: 300 });

describe('a word about a place at training comes after the one that it changes, on whatever day it was said', () => {
  it.each<[string, Decided, Decided]>([
    ['a teacher gives up her place', takesPlace(LATER), givesUpPlace(EARLIER)],
    ['a teacher takes the place again that she gave up', givesUpPlace(LATER), takesPlace(EARLIER)],
    ['a teacher who came takes another place', came(LATER), takesPlace(EARLIER, { sessionId: 'second' })],
    [
      'a teacher who missed it takes another place',
      stayedAway(LATER),
      takesPlace(EARLIER, { sessionId: 'second' }),
    ],
    [
      'a teacher who caught up takes another place',
      caughtUp(LATER),
      takesPlace(EARLIER, { sessionId: 'second' }),
    ],
  ])('%s', (_, first, second) => {
    expect(orderOf(first, second)).toBe('1, 2');
  });
});

describe('a place that counts later than its own day', () => {
  const tookPlaceAfter = [came('2026-11-10'), takesPlace('2026-11-01', { sessionId: 'second' })] as const;

  it.each<[string, (day: string) => Decided]>([
    ['she came', came],
    ['she stayed away', stayedAway],
    ['she caught up', caughtUp],
    ['she takes a third one', (day) => takesPlace(day, { sessionId: 'third', kind })],
  ])('because of training comes before what takes its place by the days of both: %s', (_, then) => {
    expect(orderOf(...tookPlaceAfter, then('2026-11-05'))).toBe('1, 2, 3');
    expect(orderOf(...tookPlaceAfter, then('2026-11-01'))).toBe('1, 2, 3');
  });

  it('comes before a place at another session, also when it was given up and taken again', () => {
    const takenAgain = [givesUpPlace('2026-11-10'), takesPlace('2026-11-01')] as const;
    expect(orderOf(...takenAgain, takesPlace('2026-11-05', { sessionId: 'second' }))).toBe('1, 2, 3');
  });

  it('leaves training before its own day, of others and of another kind where they were', () => {
    expect(orderOf(...tookPlaceAfter, came('2026-10-31'))).toBe('3, 1, 2');
    for (const change of [{ side: 'b' }, { teacherId: 'teacher-c' }, { kind: 'planning-half' }] as const) {
      expect(orderOf(...tookPlaceAfter, came('2026-11-05', change))).toBe('3, 1, 2');
      expect(orderOf(...tookPlaceAfter, takesPlace('2026-11-05', { sessionId: 'x', ...change }))).toBe(
        '3, 1, 2',
      );
    }
  });
});

describe('a word about another place is of its own day', () => {
  const others: readonly [string, Change][] = [
    ['of the other class', { side: 'b' }],
    ['of another teacher', { teacherId: 'teacher-c' }],
    ['at another session', { sessionId: 'second' }],
  ];

  it.each(others)('that is given up: %s', (_, other) => {
    expect(orderOf(takesPlace(LATER), givesUpPlace(EARLIER, other))).toBe('2, 1');
  });

  it.each(others)('that is taken: %s', (_, other) => {
    expect(orderOf(givesUpPlace(LATER), takesPlace(EARLIER, other))).toBe('2, 1');
  });

  it.each<[string, Change]>([
    ['of the other class', { side: 'b' }],
    ['of another teacher', { teacherId: 'teacher-c' }],
    ['at training of another kind', { kind: 'planning-half' }],
  ])('that is taken when somebody was at training: %s', (_, other) => {
    for (const was of [came(LATER), stayedAway(LATER), caughtUp(LATER)]) {
      expect(orderOf(was, takesPlace(EARLIER, other))).toBe('2, 1');
    }
  });

  it('so is training before its place was entered, and a place that is told twice', () => {
    expect(orderOf(takesPlace(LATER), came(EARLIER))).toBe('2, 1');
    expect(orderOf(takesPlace(LATER), takesPlace(EARLIER))).toBe('2, 1');
    expect(orderOf(givesUpPlace(LATER), givesUpPlace(EARLIER))).toBe('2, 1');
    expect(orderOf(came(LATER), givesUpPlace(EARLIER))).toBe('2, 1');
  });
});
