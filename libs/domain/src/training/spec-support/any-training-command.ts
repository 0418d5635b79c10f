import type { TrainingEvent } from '@linking/events/training/training-events.js';
import type { Dice } from '../../spec-support/dice.js';
import type { Rules } from '../../spec-support/random-life.js';
import { decideTraining, type TrainingCommand } from '../decide-training.js';
import { evolveSession, unknownSession, type Place, type Session } from '../session.js';

type CommandOf<Type> = Extract<TrainingCommand, { readonly type: Type }>;

const teachers = ['ann', 'bea', 'cas', 'dot'];
const place = (dice: Dice): Place => ({
  teacherId: dice.of(teachers),
  linkRef: dice.of(['BRD-2026-014', 'BRD-2026-020']),
  side: dice.of(['a', 'b']),
});
const days = ['2026-09-20', '2026-10-01', '2026-10-08'];
const times = (dice: Dice) => ({ startsAt: '09:30', endsAt: dice.chance(93) ? '15:00' : '09:00' });

const anyOf: { readonly [Type in TrainingCommand['type']]: (dice: Dice) => CommandOf<Type> } = {
  PlanSession: (dice) => ({
    type: 'PlanSession',
    sessionId: 's1',
    programme: 'bradford',
    kind: 'initial-full',
    on: dice.of(days.slice(1)),
    ...times(dice),
    capacity: 2,
  }),
  MoveSession: (dice) => ({
    type: 'MoveSession',
    on: dice.of(days),
    ...times(dice),
    ...(dice.chance(50) ? { venueId: 'v1' } : {}),
    reasonCode: 'storm',
  }),
  CancelSession: (dice) => ({ type: 'CancelSession', reasonCode: dice.of(['storm', 'too-few-teachers']) }),
  Enrol: (dice) => ({ type: 'Enrol', ...place(dice) }),
  EnrolAll: (dice) => ({ type: 'EnrolAll', places: [place(dice), place(dice), place(dice)] }),
  GiveUpPlace: (dice) => ({ type: 'GiveUpPlace', ...place(dice) }),
  RecordAttendance: (dice) => ({
    type: 'RecordAttendance',
    entries: teachers
      .filter(() => dice.chance(40))
      .map((teacherId) => ({
        teacherId,
        attended: dice.chance(70),
        ...(dice.chance(30) ? { minutes: 150 } : {}),
        ...(dice.chance(20) ? { reasonCode: 'illness' } : {}),
      })),
  }),
};
const types = Object.keys(anyOf) as readonly TrainingCommand['type'][];
const late: readonly TrainingCommand['type'][] = ['CancelSession', 'RecordAttendance'];

/** A session with the day on which it is looked at: days pass while it is spoken of. */
interface Spoken {
  readonly session: Session;
  readonly today: string;
}

function choose({ session }: Spoken, dice: Dice): TrainingCommand & { readonly today: string } {
  const today = dice.of(dice.chance(75) ? days.slice(0, 2) : days);
  if (session.id === '') return { ...anyOf.PlanSession(dice), today };
  const type = dice.of(dice.chance(80) ? types.filter((it) => !late.includes(it)) : types);
  return { ...anyOf[type](dice), today };
}

export const trainingRules: Rules<Spoken, TrainingCommand & { readonly today: string }, TrainingEvent> = {
  start: { session: unknownSession, today: '' },
  choose,
  decide: ({ today, ...command }, { session }) => decideTraining(command, session, today),
  evolve: ({ session, today }, event, revision) => ({
    session: evolveSession(session, { ...event, revision, recordedAt: '2026-09-20T09:00:00.000Z' }),
    today,
  }),
};
