import type { EventEnvelope } from '@linking/events/envelope.js';
import { carry, isCarried } from './carry.js';

function stream(name: string, facts: readonly (readonly [string, unknown])[]): readonly EventEnvelope[] {
  return facts.map(([type, data], index) => ({
    id: `00000000-0000-4000-8000-00000000000${index}`,
    stream: name,
    revision: index + 1,
    type: `${type}.v1`,
    schema: 1,
    occurredOn: '2026-09-20',
    recordedAt: '2026-09-20T09:00:00.000Z',
    actor: 'user:1',
    channel: 'api',
    commandId: 'c',
    correlationId: 'c',
    data,
  }));
}

function carryLast(name: string, facts: readonly (readonly [string, unknown])[]) {
  const events = stream(name, facts);
  const last = events.at(-1);
  if (last === undefined) throw new Error('no events');
  return carry(last, events);
}

const proposal = [
  ['InterestRecorded', { side: 'a', interestId: 'i1', classId: 'oak' }],
  ['InterestRecorded', { side: 'b', interestId: 'i2', classId: 'elm' }],
  ['LinkProposed', { ref: 'BRD-2026-014' }],
] as const;

describe('facts of a link', () => {
  test('a proposed link takes both classes off the waiting list', () => {
    expect(carryLast('link-BRD-2026-014', proposal)).toEqual([
      {
        target: 'interest',
        id: 'i1',
        occurredOn: '2026-09-20',
        command: { type: 'PairClass', classId: 'oak', linkRef: 'BRD-2026-014' },
      },
      {
        target: 'interest',
        id: 'i2',
        occurredOn: '2026-09-20',
        command: { type: 'PairClass', classId: 'elm', linkRef: 'BRD-2026-014' },
      },
    ]);
  });

  test('a teacher who is replaced gives up the places that are to come, and no other', () => {
    const place = (sessionId: string, on: string, teacherId = 'saira') =>
      ['TeacherEnrolled', { side: 'a', teacherId, sessionId, kind: 'initial-full', on }] as const;
    const replaced = ['TeacherReplaced', { side: 'a', from: 'saira', to: 'tom' }] as const;
    const gone = ['EnrolmentWithdrawn', { side: 'a', teacherId: 'saira', sessionId: 's3' }] as const;
    const places = [
      place('s1', '2026-10-01'),
      place('s2', '2026-09-17'),
      place('s3', '2026-10-08'),
      place('s1', '2026-10-01', 'ann'),
    ];
    expect(carryLast('link-BRD-2026-014', [...proposal, ...places, gone, replaced])).toEqual([
      {
        target: 'training',
        id: 's1',
        occurredOn: '2026-09-20',
        command: { type: 'GiveUpPlace', linkRef: 'BRD-2026-014', side: 'a', teacherId: 'saira' },
      },
    ]);
  });

  test('a withdrawal that is voided takes the released class again, and voiding that gives it back', () => {
    const withdrawn = ['LinkWithdrawn', { side: 'a', reasonCode: 'staffing' }] as const;
    const voids = (revision: number) =>
      ['EntryVoided', { voidsEventId: `00000000-0000-4000-8000-00000000000${revision - 1}` }] as const;
    const asked = (...facts: readonly (readonly [string, unknown])[]) =>
      carryLast('link-BRD-2026-014', [...proposal, ...facts]).map(({ id, command }) => [id, command.type]);
    expect(asked(withdrawn, voids(4))).toEqual([['i2', 'PairClass']]);
    expect(asked(withdrawn, voids(4), voids(5))).toEqual([['i2', 'ReleaseClass']]);
    expect(asked(['DiscussionRecorded', {}], voids(4))).toEqual([]);
  });

  test('a link that continues another one tells it so, once for the same event', () => {
    const [a, b] = proposal;
    const commands = carryLast('link-BRD-2026-201', [
      a,
      b,
      ['LinkProposed', { ref: 'BRD-2026-201', continuesFrom: 'BRD-2026-014' }],
    ]);
    expect(commands[0]).toEqual({
      target: 'link',
      id: 'BRD-2026-014',
      occurredOn: '2026-09-20',
      command: { type: 'ReBroker', newLinkRef: 'BRD-2026-201' },
    });
    expect(commands.slice(1).map(({ command }) => command.type)).toEqual(['PairClass', 'PairClass']);
  });

  test('a link that does not come about gives both classes back', () => {
    const commands = carryLast('link-BRD-2026-014', [
      ...proposal,
      ['LinkNotFormed', { reasonCode: 'declined' }],
    ]);
    expect(commands.map(({ id, command }) => [id, command.type])).toEqual([
      ['i1', 'ReleaseClass'],
      ['i2', 'ReleaseClass'],
    ]);
  });

  test('a school that said no and wants no other partner waits no more', () => {
    const commands = carryLast('link-BRD-2026-014', [
      ...proposal,
      ['ProposalDeclined', { side: 'b', reasonCode: 'staff-changes', wantsOtherPartner: false }],
      ['LinkNotFormed', { reasonCode: 'staff-changes' }],
    ]);
    const released = { type: 'ReleaseClass', linkRef: 'BRD-2026-014' };
    expect(commands.map(({ command }) => command)).toEqual([
      { ...released, classId: 'oak' },
      { ...released, classId: 'elm', withdrawnBecause: 'staff-changes' },
    ]);
  });

  test.each([
    ['a', ['i2']],
    ['b', ['i1']],
    ['both', []],
  ])('when side %s withdraws, the class of the other side waits again', (side, released) => {
    const commands = carryLast('link-BRD-2026-014', [...proposal, ['LinkWithdrawn', { side }]]);
    expect(commands.map(({ id }) => id)).toEqual(released);
  });
});

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
    const days = (facts: readonly (readonly [string, unknown])[]) =>
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
});

test('only facts that ask something of another stream are carried', () => {
  expect(isCarried('LinkProposed.v1')).toBe(true);
  expect(isCarried('MeetingHeld.v1')).toBe(false);
});
