import { carry } from './carry.js';
import { carryLast, stream, type Said } from './spec-support/facts-of-a-stream.js';

const place = (teacherId: string, side: 'a' | 'b', linkRef = 'BRD-2026-014') => ({
  teacherId,
  side,
  linkRef,
});
const session = ['SessionPlanned', { sessionId: 's1', kind: 'initial-full', on: '2026-10-01' }] as const;

describe('facts of a training session', () => {
  test('a place is carried into the link with the day of the session', () => {
    expect(carryLast('training-s1', [session, ['PlaceTaken', place('amy', 'a')]])).toEqual([
      {
        target: 'link',
        id: 'BRD-2026-014',
        occurredOn: '2026-09-20',
        command: {
          type: 'EnrolTeacher',
          side: 'a',
          teacherId: 'amy',
          sessionId: 's1',
          kind: 'initial-full',
          on: '2026-10-01',
        },
      },
    ]);
  });

  test('attendance goes into every link the teacher came for, and into none she gave her place up for', () => {
    const commands = carryLast('training-s1', [
      session,
      ['PlaceTaken', place('amy', 'a')],
      ['PlaceTaken', place('amy', 'b', 'BRD-2026-015')],
      ['PlaceTaken', place('ben', 'b')],
      ['PlaceGivenUp', place('ben', 'b')],
      ['WaitingForPlace', place('cat', 'b')],
      [
        'AttendanceRecorded',
        {
          entries: [
            { teacherId: 'amy', attended: true, minutes: 360 },
            { teacherId: 'ben', attended: true, minutes: 360 },
            { teacherId: 'cat', attended: false, minutes: 0, reasonCode: 'illness' },
          ],
        },
      ],
    ]);
    expect(commands.map(({ id, occurredOn, command }) => [id, occurredOn, command.type])).toEqual([
      ['BRD-2026-014', '2026-10-01', 'RecordTrainingAttended'],
      ['BRD-2026-015', '2026-10-01', 'RecordTrainingAttended'],
      ['BRD-2026-014', '2026-10-01', 'RecordTrainingMissed'],
    ]);
  });

  test('another day goes into every link of those who have a place, and later places have it too', () => {
    const moved = ['SessionMoved', { on: '2026-10-08', reasonCode: 'snow' }] as const;
    const seats = [
      session,
      ['PlaceTaken', place('amy', 'a')],
      ['PlaceTaken', place('amy', 'b')],
      ['WaitingForPlace', place('cat', 'b')],
      ['PlaceTaken', place('ben', 'b', 'BRD-2026-015')],
      ['PlaceGivenUp', place('ben', 'b', 'BRD-2026-015')],
      moved,
    ] as const;
    const days = (facts: readonly Said[]) =>
      carryLast('training-s1', facts).map(({ command }) => [
        command.type,
        'side' in command ? command.side : '',
        'on' in command ? command.on : '',
      ]);
    expect(days(seats)).toEqual([
      ['EnrolTeacher', 'a', '2026-10-08'],
      ['EnrolTeacher', 'b', '2026-10-08'],
    ]);
    expect(days([...seats, ['PlaceTaken', place('dot', 'a')]])).toEqual([
      ['EnrolTeacher', 'a', '2026-10-08'],
    ]);
  });

  test('a session that is cancelled takes back every place, also one that was got from the waiting list', () => {
    const commands = carryLast('training-s1', [
      session,
      ['PlaceTaken', place('amy', 'a')],
      ['WaitingForPlace', place('ben', 'b')],
      ['WaitingForPlace', place('cat', 'b')],
      ['PlaceTaken', place('ben', 'b')],
      ['SessionCancelled', { reasonCode: 'snow' }],
    ]);
    expect(commands.map(({ command }) => command)).toEqual([
      { type: 'WithdrawEnrolment', side: 'a', teacherId: 'amy', sessionId: 's1', cancelled: true },
      { type: 'WithdrawEnrolment', side: 'b', teacherId: 'ben', sessionId: 's1', cancelled: true },
    ]);
  });

  test('what happened after a fact does not change what it carries', () => {
    const events = stream('training-s1', [
      session,
      ['PlaceTaken', place('amy', 'a')],
      ['AttendanceRecorded', { entries: [{ teacherId: 'amy', attended: true, minutes: 360 }] }],
      ['PlaceGivenUp', place('amy', 'a')],
    ]);
    const attendance = events[2];
    if (attendance === undefined) throw new Error('no attendance');
    expect(carry(attendance, events)).toEqual(carry(attendance, events.slice(0, 3)));
    expect(carry(attendance, events)).toHaveLength(1);
  });

  test('a place that was given up is carried into the link', () => {
    const commands = carryLast('training-s1', [
      session,
      ['PlaceTaken', place('amy', 'a')],
      ['PlaceGivenUp', place('amy', 'a')],
    ]);
    expect(commands).toEqual([
      {
        target: 'link',
        id: 'BRD-2026-014',
        occurredOn: '2026-09-20',
        command: { type: 'WithdrawEnrolment', side: 'a', teacherId: 'amy', sessionId: 's1' },
      },
    ]);
  });

  test('who waits has no place, and a session that is planned has nobody yet', () => {
    expect(carryLast('training-s1', [session])).toEqual([]);
    expect(carryLast('training-s1', [session, ['WaitingForPlace', place('amy', 'a')]])).toEqual([]);
  });

  test('the register tells the link who came for how long, and why somebody did not', () => {
    const commands = carryLast('training-s1', [
      session,
      ['PlaceTaken', place('amy', 'a')],
      ['PlaceTaken', place('ben', 'b')],
      ['PlaceTaken', place('cat', 'b')],
      [
        'AttendanceRecorded',
        {
          entries: [
            { teacherId: 'amy', attended: true, minutes: 360 },
            { teacherId: 'ben', attended: false, minutes: 0, reasonCode: 'illness' },
            { teacherId: 'cat', attended: false, minutes: 0 },
          ],
        },
      ],
    ]);
    const carried = { target: 'link', id: 'BRD-2026-014', occurredOn: '2026-10-01' };
    const held = { sessionId: 's1', kind: 'initial-full' };
    const missed = { type: 'RecordTrainingMissed', side: 'b', ...held };
    expect(commands).toEqual([
      {
        ...carried,
        command: { type: 'RecordTrainingAttended', side: 'a', teacherId: 'amy', ...held, minutes: 360 },
      },
      { ...carried, command: { ...missed, teacherId: 'ben', reasonCode: 'illness' } },
      { ...carried, command: { ...missed, teacherId: 'cat', reasonCode: 'not-known' } },
    ]);
  });
});
