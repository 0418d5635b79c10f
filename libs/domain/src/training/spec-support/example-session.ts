import { decideTraining, type TrainingCommand } from '../decide-training.js';
import { evolveSession, unknownSession, type Session } from '../session.js';

/** A full day of 1 October with two seats. */
export const plan = {
  type: 'PlanSession',
  sessionId: 's1',
  programme: 'bradford',
  kind: 'initial-full',
  on: '2026-10-01',
  startsAt: '09:30',
  endsAt: '15:00',
  capacity: 2,
} as const satisfies TrainingCommand;
export const move = {
  type: 'MoveSession',
  on: '2026-10-08',
  startsAt: '09:30',
  endsAt: '15:00',
  reasonCode: 'venue-not-available',
} as const satisfies TrainingCommand;
export const cancel = {
  type: 'CancelSession',
  reasonCode: 'too-few-teachers',
} as const satisfies TrainingCommand;

export const place = (teacherId: string, linkRef = 'BRD-2026-014', side: 'a' | 'b' = 'a') => ({
  teacherId,
  linkRef,
  side,
});
export const enrol = (teacherId: string, linkRef?: string, side?: 'a' | 'b') =>
  ({ type: 'Enrol', ...place(teacherId, linkRef, side) }) as const;
export const giveUp = (teacherId: string, linkRef?: string, side?: 'a' | 'b') =>
  ({ type: 'GiveUpPlace', ...place(teacherId, linkRef, side) }) as const;
type Entries = Extract<TrainingCommand, { type: 'RecordAttendance' }>['entries'];
export const register = (...entries: Entries): TrainingCommand => ({ type: 'RecordAttendance', entries });

/** What a session answers on the day of the example, or on another. */
export const ask = (session: Session, command: TrainingCommand, today = '2026-10-01') =>
  decideTraining(command, session, today);
export const after = (...commands: readonly TrainingCommand[]) =>
  afterOn('2026-10-01', unknownSession, ...commands);
export const afterOn = (today: string, known: Session, ...commands: readonly TrainingCommand[]) =>
  commands.reduce(
    (session, command) =>
      ask(session, command, today).reduce(
        (before, event) =>
          evolveSession(before, {
            ...event,
            revision: before.revision + 1,
            recordedAt: `2026-09-20T09:00:0${before.revision}.000Z`,
          }),
        session,
      ),
    known,
  );
