import { carryLast, type Said } from './spec-support/facts-of-a-stream.js';

const proposal: readonly Said[] = [
  ['InterestRecorded', { side: 'a', interestId: 'i1', classId: 'oak' }],
  ['InterestRecorded', { side: 'b', interestId: 'i2', classId: 'elm' }],
  ['LinkProposed', { ref: 'BRD-2026-014' }],
];
const hers = { side: 'a', teacherId: 'saira' };
const place = (sessionId: string, on: string, whose: object = hers): Said => [
  'TeacherEnrolled',
  { ...whose, sessionId, kind: 'initial-full', on },
];
const gaveUp = (sessionId: string, whose: object = hers): Said => [
  'EnrolmentWithdrawn',
  { ...whose, sessionId },
];

/** The sessions to which she comes no more, once she is replaced on 20 September. */
const givenUp = (...facts: readonly Said[]) =>
  carryLast('link-BRD-2026-014', [
    ...proposal,
    ...facts,
    ['TeacherReplaced', { side: 'a', from: 'saira', to: 'tom' }],
  ]).map(({ id }) => id);

describe('a teacher who is replaced', () => {
  it('gives up her place for this link', () => {
    const replaced: Said = ['TeacherReplaced', { side: 'a', from: 'saira', to: 'tom' }];
    expect(carryLast('link-BRD-2026-014', [...proposal, place('s1', '2026-10-01'), replaced])).toEqual([
      {
        target: 'training',
        id: 's1',
        occurredOn: '2026-09-20',
        command: { type: 'GiveUpPlace', linkRef: 'BRD-2026-014', side: 'a', teacherId: 'saira' },
      },
    ]);
  });

  it('gives up the places that are to come, today’s among them', () => {
    const places = [
      place('s1', '2026-10-01'),
      place('s2', '2026-09-19'),
      place('s3', '2026-09-20'),
      place('s4', '2026-10-08'),
    ];
    expect(givenUp(...places)).toEqual(['s1', 's3', 's4']);
    expect(givenUp(...places, gaveUp('s4'))).toEqual(['s1', 's3']);
  });

  it('gives up the place in a session that was moved to a day to come', () => {
    expect(givenUp(place('s1', '2026-09-19'), place('s1', '2026-10-01'))).toEqual(['s1']);
  });

  it('gives up no place in a session whose register says already whether she came', () => {
    const came: Said = ['TrainingAttended', { ...hers, sessionId: 's1', kind: 'initial-full', minutes: 300 }];
    const missed: Said = ['TrainingMissed', { ...hers, sessionId: 's2', kind: 'initial-full' }];
    expect(givenUp(place('s1', '2026-09-20'), place('s2', '2026-09-20'), came, missed)).toEqual([]);
  });

  it('leaves the places of others, and her own for the other class', () => {
    const ann = { side: 'a', teacherId: 'ann' };
    const other = { side: 'b', teacherId: 'saira' };
    expect(givenUp(place('s1', '2026-10-01', ann), place('s2', '2026-10-01', other))).toEqual([]);
    const both = [place('s1', '2026-10-01'), place('s2', '2026-10-01')];
    expect(givenUp(...both, gaveUp('s1', ann), gaveUp('s2', other))).toEqual(['s1', 's2']);
  });
});

describe('a school that withdraws', () => {
  const elsewhere = { side: 'b', teacherId: 'tom' };
  const places = [
    place('s1', '2026-10-01'),
    place('s1', '2026-10-01', elsewhere),
    place('s2', '2026-09-19'),
    place('s3', '2026-10-08', { side: 'a', teacherId: 'ann' }),
  ];
  const afterWithdrawal = (side: string) =>
    carryLast('link-BRD-2026-014', [
      ...proposal,
      ...places,
      ['LinkWithdrawn', { side, reasonCode: 'staffing' }],
    ])
      .filter(({ target }) => target === 'training')
      .map(({ id, command }) => [id, command]);
  const givesUp = (side: string, teacherId: string) => ({
    type: 'GiveUpPlace',
    linkRef: 'BRD-2026-014',
    side,
    teacherId,
  });

  it('gives up the places of its teachers that are to come; the other school keeps its own', () => {
    expect(afterWithdrawal('a')).toEqual([
      ['s1', givesUp('a', 'saira')],
      ['s3', givesUp('a', 'ann')],
    ]);
  });

  it('keeps them whatever else is said of the school', () => {
    const changed: Said = ['ClassDetailsChanged', { side: 'a', pupilCount: 31 }];
    expect(carryLast('link-BRD-2026-014', [...proposal, ...places, changed])).toEqual([]);
  });

  it('gives up those of both when both withdraw', () => {
    expect(afterWithdrawal('both')).toEqual([
      ['s1', givesUp('a', 'saira')],
      ['s1', givesUp('b', 'tom')],
      ['s3', givesUp('a', 'ann')],
    ]);
  });
});
