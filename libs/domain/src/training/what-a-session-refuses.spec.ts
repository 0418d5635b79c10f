import { refusalOf } from '../link/spec-support/given-when-then.js';
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

const before = '2026-09-25';
const planned = after(plan);
const held = after(plan, enrol('ann'), register({ teacherId: 'ann', attended: true }));
const off = afterOn(before, planned, cancel);

it.each<[string, () => unknown, string]>([
  [
    'moved into the past',
    () => ask(planned, { ...move, on: '2026-09-24' }, before),
    'Choose today or a day to come.',
  ],
  [
    'moved, to end before it starts',
    () => ask(planned, { ...move, endsAt: '09:00' }, before),
    'Change one of the two times.',
  ],
  ['moved once it is cancelled', () => ask(off, move, before), 'Plan another session.'],
  [
    'moved once the register is filled in',
    () => ask(held, move),
    'Plan another session for those who missed it.',
  ],
  [
    'cancelled after its day',
    () => ask(planned, cancel, '2026-10-02'),
    'Record who came, or plan another session.',
  ],
])('whoever wants a session %s is told what to do instead', (_title, decision, nextStep) => {
  expect(refusalOf(decision).more).toEqual({ nextStep });
});

describe('a session is moved', () => {
  const to = (change: object) => ask(planned, { ...move, on: plan.on, ...change }, before);

  it('when its day, one of its times or its venue is another, and not when all stay', () => {
    expect(to({})).toEqual([]);
    expect(to({ on: '2026-10-08' })).toHaveLength(1);
    expect(to({ startsAt: '10:00' })).toHaveLength(1);
    expect(to({ endsAt: '16:00' })).toHaveLength(1);
    expect(to({ venueId: 'cartwright-hall' })).toHaveLength(1);
  });
});

describe('the places of a session', () => {
  it('make a teacher of two links wait for both, while every seat is taken', () => {
    const full = after(plan, enrol('ann'), enrol('bea'));
    const places = [place('cas'), place('cas', 'BRD-2026-020')];
    expect(ask(full, { type: 'EnrolAll', places }).map(({ type }) => type)).toEqual([
      'WaitingForPlace',
      'WaitingForPlace',
    ]);
  });

  it('are given up by who waits as well, and by the last one to come', () => {
    const waits = after(plan, enrol('ann'), enrol('bea'), enrol('cas'));
    expect(after(plan, enrol('ann'), enrol('bea'), enrol('cas'), giveUp('cas')).waiting).toEqual([]);
    expect(ask(waits, giveUp('cas'))).toEqual([{ type: 'PlaceGivenUp', data: place('cas') }]);
    expect(ask(after(plan, enrol('ann')), giveUp('ann'))).toEqual([
      { type: 'PlaceGivenUp', data: place('ann') },
    ]);
  });

  it('are two where one teacher has both classes of a school', () => {
    const both = after(plan, enrol('ann'), enrol('ann', 'BRD-2026-014', 'b'));
    expect(both.places).toHaveLength(2);
    const one = after(plan, enrol('ann'), enrol('ann', 'BRD-2026-014', 'b'), giveUp('ann'));
    expect(one.places).toEqual([place('ann', 'BRD-2026-014', 'b')]);
  });

  it('take nobody off the waiting list but who gets the seat', () => {
    const waiting = after(
      plan,
      enrol('ann'),
      enrol('bea'),
      enrol('cas'),
      enrol('dot'),
      giveUp('ann'),
    ).waiting;
    expect(waiting).toEqual([place('dot')]);
  });
});
