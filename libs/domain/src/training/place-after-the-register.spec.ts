import { decideTraining, type TrainingCommand } from './decide-training.js';
import { evolveSession, unknownSession, type Session } from './session.js';

const place = (teacherId: string) => ({ teacherId, linkRef: 'BRD-2026-014', side: 'a' as const });
const decided = (session: Session, command: TrainingCommand) =>
  decideTraining(command, session, '2026-10-01');
const after = (...commands: readonly TrainingCommand[]) =>
  commands.reduce(
    (session, command) =>
      decided(session, command).reduce(
        (before, event) =>
          evolveSession(before, {
            ...event,
            revision: before.revision + 1,
            recordedAt: '2026-10-01T09:00:00.000Z',
          }),
        session,
      ),
    unknownSession,
  );

describe('a place that is given up', () => {
  const full: readonly TrainingCommand[] = [
    {
      type: 'PlanSession',
      sessionId: 's1',
      programme: 'bradford',
      kind: 'initial-full',
      on: '2026-10-01',
      startsAt: '09:30',
      endsAt: '15:00',
      capacity: 1,
    },
    { type: 'Enrol', ...place('ann') },
    { type: 'Enrol', ...place('bea') },
  ];
  const giveUp: TrainingCommand = { type: 'GiveUpPlace', ...place('ann') };
  const givenUp = { type: 'PlaceGivenUp', data: place('ann') };

  it('goes to the first who waits, until the register says who came', () => {
    expect(decided(after(...full), giveUp)).toEqual([givenUp, { type: 'PlaceTaken', data: place('bea') }]);
    const register: TrainingCommand = {
      type: 'RecordAttendance',
      entries: [{ teacherId: 'ann', attended: true }],
    };
    expect(decided(after(...full, register), giveUp)).toEqual([givenUp]);
  });
});
