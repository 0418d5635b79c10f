import { Refusal } from '../refusal.js';
import { decideTraining, type TrainingCommand } from './decide-training.js';
import { evolveSession, sessionMinutes, unknownSession, type Session } from './session.js';

const plan: TrainingCommand = {
  type: 'PlanSession',
  sessionId: 's1',
  programme: 'bradford',
  kind: 'initial-full',
  on: '2026-10-01',
  startsAt: '09:30',
  endsAt: '15:00',
  capacity: 2,
};
const place = (teacherId: string, linkRef = 'BRD-2026-014', side: 'a' | 'b' = 'a') => ({
  teacherId,
  linkRef,
  side,
});
const enrol = (teacherId: string, linkRef?: string) =>
  ({ type: 'Enrol', ...place(teacherId, linkRef) }) as const;
const giveUp = (teacherId: string, linkRef?: string) =>
  ({ type: 'GiveUpPlace', ...place(teacherId, linkRef) }) as const;
type Entries = Extract<TrainingCommand, { type: 'RecordAttendance' }>['entries'];
const register = (...entries: Entries): TrainingCommand => ({ type: 'RecordAttendance', entries });

const ask = (session: Session, command: TrainingCommand, today = '2026-10-01') =>
  decideTraining(command, session, today);
const after = (...commands: readonly TrainingCommand[]) =>
  commands.reduce(
    (session, command) =>
      ask(session, command).reduce(
        (before, event) => evolveSession(before, { ...event, revision: before.revision + 1 }),
        session,
      ),
    unknownSession,
  );
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

describe('the register of a session', () => {
  const ready = [plan, enrol('ann'), enrol('bea'), enrol('cas')];

  it('says who came, for how long, and why others did not', () => {
    const session = after(
      ...ready,
      register(
        { teacherId: 'ann', attended: true },
        { teacherId: 'bea', attended: false, reasonCode: 'ill' },
        { teacherId: 'cas', attended: true, minutes: 200 },
      ),
    );
    expect(session.attendance).toEqual([
      { teacherId: 'ann', attended: true, minutes: 330 },
      { teacherId: 'bea', attended: false, minutes: 0, reasonCode: 'ill' },
      { teacherId: 'cas', attended: true, minutes: 200 },
    ]);
  });

  it('is the truth: the same again changes nothing, something else does', () => {
    const absent = { teacherId: 'ann', attended: false, reasonCode: 'ill' };
    const session = after(...ready, register(absent));
    expect(ask(session, register(absent))).toEqual([]);
    expect(ask(session, register({ teacherId: 'ann', attended: false }))).toEqual([]);
    expect(ask(session, register({ ...absent, reasonCode: 'school-closed' }))).toHaveLength(1);
    const came = after(...ready, register(absent), register({ teacherId: 'ann', attended: true }));
    expect(came.attendance).toEqual([{ teacherId: 'ann', attended: true, minutes: 330 }]);
  });

  it('counts a teacher who stands on it twice as she stands last', () => {
    const twice = register({ teacherId: 'ann', attended: false }, { teacherId: 'ann', attended: true });
    expect(after(...ready, twice).attendance).toEqual([{ teacherId: 'ann', attended: true, minutes: 330 }]);
  });

  it('is filled in from the day of the session on', () => {
    refused(
      () => ask(after(...ready), register({ teacherId: 'ann', attended: true }), '2026-09-30'),
      'SESSION_NOT_HELD_YET',
      'The session is on 1 October; attendance can be recorded from that day.',
    );
  });

  it('holds only teachers who are enrolled', () => {
    refused(
      () => ask(after(...ready), register({ teacherId: 'zoe', attended: true })),
      'NOT_INVITED',
      'Someone on this list is not enrolled in the session.',
    );
  });
});
