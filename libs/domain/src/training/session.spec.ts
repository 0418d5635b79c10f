import { Refusal } from '../refusal.js';
import { sessionMinutes, unknownSession, type Session } from './session.js';
import {
  after,
  afterOn,
  ask,
  cancel,
  enrol,
  giveUp,
  move,
  place,
  plan,
  register,
} from './spec-support/example-session.js';

const seated = (session: Session) => session.places.map((it) => `${it.teacherId} ${it.linkRef}`);
const refused = (decision: () => unknown, code: string, sentence: string) => {
  expect(decision).toThrow(Refusal);
  expect(decision).toThrow(expect.objectContaining({ code, sentence }));
};

describe('a training session', () => {
  it('is planned once and ends after it starts', () => {
    const session = after(plan);
    expect(session).toMatchObject({ id: 's1', on: '2026-10-01', capacity: 2, revision: 1 });
    expect(sessionMinutes(session)).toBe(330);
    expect(ask(session, plan)).toEqual([]);
    refused(
      () => ask(unknownSession, { ...plan, endsAt: '09:30' }),
      'END_BEFORE_START',
      'The session has to end after it starts.',
    );
  });

  it('has one seat a teacher, however many links she comes for', () => {
    const session = after(plan, enrol('ann'), enrol('ann', 'BRD-2026-020'), enrol('bea'));
    expect(session.places).toHaveLength(3);
    expect(ask(session, enrol('ann'))).toEqual([]);
    expect(ask(session, enrol('cas'))).toEqual([{ type: 'WaitingForPlace', data: place('cas') }]);
  });

  it('puts who comes too late on the waiting list, once', () => {
    const full = after(plan, enrol('ann'), enrol('bea'), enrol('cas'));
    expect(full.waiting).toEqual([place('cas')]);
    expect(ask(full, enrol('cas'))).toEqual([]);
  });

  it('takes many at once in their order: 26 for 24 seats leave two who wait', () => {
    const names = Array.from({ length: 26 }, (_, index) => `teacher ${index + 1}`);
    const large = after({ ...plan, capacity: 24 });
    const invited = names.map((name) => place(name));
    const session = after({ ...plan, capacity: 24 }, { type: 'EnrolAll', places: invited });
    expect(session.places).toHaveLength(24);
    expect(session.waiting.map(({ teacherId }) => teacherId)).toEqual(['teacher 25', 'teacher 26']);
    expect(ask(session, { type: 'EnrolAll', places: invited })).toEqual([]);
    const twice = [place('ann'), place('ann', 'BRD-2026-020'), place('ann')];
    expect(ask(large, { type: 'EnrolAll', places: twice })).toHaveLength(2);
    const next = afterOn('2026-09-20', session, giveUp('teacher 3'));
    expect(seated(next)).toContain('teacher 25 BRD-2026-014');
    expect(next.waiting).toEqual([place('teacher 26')]);
  });

  it('gives the seat that becomes free to the first who waits, for all her links', () => {
    const full = [plan, enrol('ann'), enrol('bea'), enrol('cas'), enrol('cas', 'BRD-2026-020'), enrol('dot')];
    const session = after(...full, giveUp('ann'));
    expect(seated(session)).toEqual(['bea BRD-2026-014', 'cas BRD-2026-014', 'cas BRD-2026-020']);
    expect(session.waiting).toEqual([place('dot')]);
    expect(ask(session, giveUp('ann'))).toEqual([]);
  });

  it('gives no seat away while its teacher still comes for another link', () => {
    const both = after(plan, enrol('ann'), enrol('ann', 'BRD-2026-020'), enrol('bea'), enrol('cas'));
    expect(ask(both, giveUp('ann'))).toEqual([{ type: 'PlaceGivenUp', data: place('ann') }]);
    const full = after(plan, enrol('ann'), enrol('bea'), enrol('cas'), enrol('dot'));
    expect(ask(full, giveUp('cas'))).toEqual([{ type: 'PlaceGivenUp', data: place('cas') }]);
  });

  it('never seats more teachers than it has seats', () => {
    const session = after(plan, enrol('ann'), enrol('bea'), enrol('cas'), giveUp('bea'), enrol('bea'));
    expect(new Set(session.places.map((it) => it.teacherId))).toEqual(new Set(['ann', 'cas']));
    expect(session.waiting).toEqual([place('bea')]);
  });
});

const before = '2026-09-25';

describe('another day for a session', () => {
  it('keeps every place and the waiting list, and is its next version for calendars', () => {
    const planned = after(plan, enrol('ann'), enrol('bea'), enrol('cas'));
    expect(planned).toMatchObject({ sequence: 0, stamp: '2026-09-20T09:00:00.000Z' });
    const moved = afterOn(before, planned, { ...move, venueId: 'v1' });
    expect(moved).toMatchObject({
      on: '2026-10-08',
      wasOn: '2026-10-01',
      venueId: 'v1',
      sequence: 1,
      stamp: '2026-09-20T09:00:04.000Z',
    });
    expect([moved.places, moved.waiting]).toEqual([planned.places, planned.waiting]);
    const later = afterOn(before, moved, { ...move, startsAt: '10:00' });
    expect(later).toMatchObject({ on: '2026-10-08', startsAt: '10:00', wasOn: '2026-10-01', sequence: 2 });
    expect(later.venueId).toBeUndefined();
  });

  it('asked twice changes nothing; nor does the day it has', () => {
    const moved = afterOn(before, after(plan), move);
    expect(ask(moved, move, before)).toEqual([]);
    expect(ask(after(plan), { ...move, on: '2026-10-01' }, before)).toEqual([]);
  });

  it('lies ahead, and ends after it starts', () => {
    refused(
      () => ask(after(plan), { ...move, on: '2026-09-24' }, before),
      'NEW_DATE_PAST',
      '24 September is in the past.',
    );
    refused(
      () => ask(after(plan), { ...move, endsAt: '09:00' }, before),
      'END_BEFORE_START',
      'The session has to end after it starts.',
    );
    expect(ask(after(plan), { ...move, on: before }, before)).toHaveLength(1);
  });

  it('is too late once its day has passed or somebody has filled in the register', () => {
    refused(() => ask(after(plan), move, '2026-10-02'), 'SESSION_PAST', 'The session was on 1 October.');
    const held = after(plan, enrol('ann'), register({ teacherId: 'ann', attended: true }));
    refused(
      () => ask(held, move, '2026-10-01'),
      'ATTENDANCE_RECORDED',
      'The register of this session is filled in: it was held.',
    );
    expect(ask(after(plan), move, '2026-10-01')).toHaveLength(1);
  });
});

describe('a session that is cancelled', () => {
  const full = after(plan, enrol('ann'), enrol('bea'), enrol('cas'));
  const off = afterOn(before, full, cancel);

  it('still shows who was to come, and is the next version for calendars', () => {
    expect(off).toMatchObject({
      cancelled: { reasonCode: 'too-few-teachers' },
      sequence: 1,
      stamp: '2026-09-20T09:00:04.000Z',
    });
    expect(off.places).toEqual(full.places);
  });

  it('asked twice stays cancelled; another reason is refused', () => {
    expect(ask(off, cancel, before)).toEqual([]);
    const sentence = 'The session of 1 October is cancelled.';
    refused(() => ask(off, { ...cancel, reasonCode: 'strike' }, before), 'SESSION_CANCELLED', sentence);
  });

  it('is neither moved nor held, and takes nobody more', () => {
    const sentence = 'The session of 1 October is cancelled.';
    refused(() => ask(off, move, before), 'SESSION_CANCELLED', sentence);
    refused(() => ask(off, enrol('dot'), before), 'SESSION_CANCELLED', sentence);
    refused(() => ask(off, register({ teacherId: 'ann', attended: true })), 'SESSION_CANCELLED', sentence);
    expect(ask(off, enrol('ann'), before)).toEqual([]);
  });

  it('gives no seat that is given up to anyone else', () => {
    expect(ask(off, giveUp('ann'), before)).toEqual([{ type: 'PlaceGivenUp', data: place('ann') }]);
  });

  it('was to come: what was held cannot be cancelled', () => {
    refused(() => ask(after(plan), cancel, '2026-10-02'), 'SESSION_PAST', 'The session was on 1 October.');
    const held = after(plan, enrol('ann'), register({ teacherId: 'ann', attended: true }));
    expect(() => ask(held, cancel, '2026-10-01')).toThrow(
      expect.objectContaining({ code: 'ATTENDANCE_RECORDED' }),
    );
  });
});
