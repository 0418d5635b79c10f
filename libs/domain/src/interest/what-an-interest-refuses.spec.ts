import { refusalOf } from '../link/spec-support/given-when-then.js';
import type { InterestCommand } from './decide-interest.js';
import { after, ask, pair, receive, release, withdraw } from './spec-support/example-interest.js';

const { programme: _, ...fromNowhere } = receive;
const unplaced: InterestCommand = { ...fromNowhere, routing: { unplacedBecause: 'outside-every-area' } };
const decline = { type: 'DeclineInterest', reasonCode: 'no-programme-near' } as const;
const keep = { type: 'KeepInterest', reasonCode: 'asked-for-us' } as const;
const handOver = { type: 'HandOverInterest', programme: 'kent', reasonCode: 'nearer' } as const;
const drop = { type: 'WithdrawClass', classId: 'oak', reasonCode: 'no-teacher' } as const;
const oak = { ...receive.classes[0]!, pupilCount: 20 };
const change = { type: 'ChangeOfferedClass', offered: oak } as const;
const inTwoLinks = [pair('oak'), pair('oak', 'BRD-2026-020')];

it.each<[string, readonly InterestCommand[], InterestCommand, readonly [string, string, string]]>([
  [
    'an interest of tomorrow',
    [],
    { ...receive, expressedOn: '2026-05-13' },
    ['DATE_IN_FUTURE', '13 May is in the future.', 'Enter the day on which the school got in touch.'],
  ],
  [
    'a class that it does not offer',
    [receive],
    pair('elm'),
    [
      'CLASS_NOT_OFFERED',
      'This interest does not offer that class.',
      'Take the class from the waiting list.',
    ],
  ],
  [
    'the withdrawal of a school whose class is in links',
    [receive, ...inTwoLinks],
    withdraw,
    [
      'CLASS_ALREADY_PAIRED',
      'A class of this interest is in BRD-2026-014 and BRD-2026-020.',
      'Record in that link that the school withdrew.',
    ],
  ],
  [
    'a change of a class that is in links',
    [receive, ...inTwoLinks],
    change,
    [
      'CLASS_ALREADY_PAIRED',
      'This class is in BRD-2026-014 and BRD-2026-020.',
      'Record the change in that link.',
    ],
  ],
  [
    'a change of a class that the school took back',
    [receive, drop],
    change,
    [
      'INTEREST_WITHDRAWN',
      'The school offers this class no more.',
      'Add the class again if the school has changed its mind.',
    ],
  ],
  [
    'a change of a class after the interest was taken back',
    [receive, withdraw],
    change,
    [
      'INTEREST_WITHDRAWN',
      'This interest was withdrawn.',
      'Record a new interest when the school asks again.',
    ],
  ],
  [
    'the withdrawal of a class after the interest was declined',
    [unplaced, decline],
    drop,
    [
      'INTEREST_WITHDRAWN',
      'This interest was declined.',
      'Record a new interest when the school asks again.',
    ],
  ],
  [
    'a second programme',
    [receive],
    { type: 'PlaceInterest', programme: 'kent' },
    [
      'INTEREST_ALREADY_PLACED',
      'Another programme has this interest already.',
      'Hand it over, with the reason.',
    ],
  ],
  [
    'to be handed over by nobody',
    [unplaced],
    handOver,
    ['INTEREST_NOT_PLACED', 'No programme has this interest yet.', 'Place it with a programme.'],
  ],
  ...[handOver, keep, decline].map(
    (command): [string, InterestCommand[], InterestCommand, [string, string, string]] => [
      `${command.type} while a class is in links`,
      [receive, ...inTwoLinks],
      command,
      [
        'CLASS_ALREADY_PAIRED',
        'A class of this interest is in BRD-2026-014 and BRD-2026-020.',
        'End that link first, or leave the interest where it is.',
      ],
    ],
  ),
  ...[handOver, keep, decline].map(
    (command): [string, InterestCommand[], InterestCommand, [string, string, string]] => [
      `${command.type} once the school took it back`,
      [receive, withdraw],
      command,
      [
        'INTEREST_WITHDRAWN',
        'This interest was withdrawn by the school.',
        'Record a new interest when the school asks again.',
      ],
    ],
  ),
])('an interest refuses %s, and says what to do', (_title, given, command, refusal) => {
  const { code, sentence, more } = refusalOf(() => ask(after(...given), command));
  expect([code, sentence, more.nextStep]).toEqual(refusal);
});

describe('what is said of an interest', () => {
  const noted = { today: '2026-05-12', noteId: 'n1' };

  it('is kept with its reason and its note', () => {
    expect(ask(after(unplaced), keep, noted)).toEqual([
      { type: 'InterestKept', data: { reasonCode: 'asked-for-us', noteId: 'n1' } },
    ]);
    expect(ask(after(unplaced), decline, noted)).toEqual([
      { type: 'InterestDeclined', data: { reasonCode: 'no-programme-near', noteId: 'n1' } },
    ]);
    expect(ask(after(receive), withdraw, noted)).toEqual([
      { type: 'InterestWithdrawn', data: { reasonCode: 'no-time', noteId: 'n1' } },
    ]);
  });

  it('goes to the school that goes on when its own has closed, and to no other', () => {
    const succeed = { type: 'SucceedSchool', from: '900001', to: '900777', on: '2026-09-01' } as const;
    expect(ask(after(receive), succeed)).toEqual([
      { type: 'SchoolSucceeded', data: { from: '900001', to: '900777', on: '2026-09-01' } },
    ]);
    expect(after(receive, succeed)).toMatchObject({ id: 'i1', urn: '900777', headId: 'head-a' });
    expect(ask(after(receive, succeed), succeed)).toEqual([]);
  });

  it('is another name or another teacher of a class as well', () => {
    const named = { ...receive.classes[0]!, classNameId: 'name-oak' };
    const taught = { ...named, teachers: [{ teacherId: 'ann', linkedBefore: false }] };
    const again = { ...named, teachers: [{ teacherId: 'ann', linkedBefore: true }] };
    const changeTo = (offered: typeof taught | typeof named) =>
      ({ type: 'ChangeOfferedClass', offered }) as const;
    const steps = [named, taught, again].map(changeTo);
    steps.forEach((step, index) => {
      expect(ask(after(receive, ...steps.slice(0, index)), step)).toHaveLength(1);
      expect(ask(after(receive, ...steps.slice(0, index + 1)), step)).toEqual([]);
    });
  });

  it('takes a class that is in a second link out of one only, though its school wants no other partner', () => {
    const forGood = { ...release, withdrawnBecause: 'staff-changes' };
    expect(ask(after(receive, ...inTwoLinks), forGood)).toEqual([
      { type: 'ClassReleased', data: { classId: 'oak', linkRef: 'BRD-2026-014' } },
    ]);
  });
});
