import type { InterestedClass, InterestEvent } from '@linking/events/interest/interest-events.js';
import type { Dice } from '../../spec-support/dice.js';
import type { Rules } from '../../spec-support/random-life.js';
import { decideInterest, type InterestCommand, type InterestCommandOf } from '../decide-interest.js';
import { evolveInterest, unknownInterest, type Interest } from '../interest.js';

const someClass = (dice: Dice, ids = ['oak', 'ash', 'elm']): InterestedClass => ({
  classId: dice.of(ids),
  yearGroups: [dice.of([3, 4])],
  pupilCount: dice.of([27, 30]),
  placeholder: dice.chance(50),
  teachers: [],
});
const classId = (dice: Dice) => (dice.chance(95) ? dice.of(['oak', 'ash', 'elm']) : 'yew');
const programme = (dice: Dice) => dice.of(['bradford', 'kent', 'leeds']);
const linkRef = (dice: Dice) => dice.of(['BRD-2026-014', 'BRD-2026-020']);
const reasonCode = 'no-time';

const anyOf: { readonly [Type in InterestCommand['type']]: (dice: Dice) => InterestCommandOf<Type> } = {
  ReceiveInterest: (dice) => ({
    type: 'ReceiveInterest',
    interestId: 'i1',
    ...(dice.chance(60) ? { programme: 'bradford' } : {}),
    year: dice.chance(90) ? '2026-27' : '2026-28',
    urn: '900001',
    headId: 'head-a',
    channel: 'phone',
    expressedOn: dice.chance(90) ? '2026-05-12' : '2026-06-12',
    priorities: [],
    classes: [someClass(dice, ['oak']), someClass(dice, ['ash'])],
    ...dice.of<object>([
      {},
      { routing: { programme: 'kent' } },
      { routing: { unplacedBecause: 'outside-every-area' } },
      { keptBecause: 'asked-for-us' },
    ]),
  }),
  PlaceInterest: (dice) => ({ type: 'PlaceInterest', programme: programme(dice) }),
  HandOverInterest: (dice) => ({ type: 'HandOverInterest', programme: programme(dice), reasonCode }),
  KeepInterest: () => ({ type: 'KeepInterest', reasonCode }),
  DeclineInterest: () => ({ type: 'DeclineInterest', reasonCode }),
  ChangeInterestHead: (dice) => ({ type: 'ChangeInterestHead', headId: dice.of(['head-a', 'head-b']) }),
  OfferClass: (dice) => ({ type: 'OfferClass', offered: someClass(dice) }),
  ChangeOfferedClass: (dice) => ({ type: 'ChangeOfferedClass', offered: someClass(dice) }),
  WithdrawClass: (dice) => ({ type: 'WithdrawClass', classId: classId(dice), reasonCode }),
  PairClass: (dice) => ({ type: 'PairClass', classId: classId(dice), linkRef: linkRef(dice) }),
  SucceedSchool: () => ({ type: 'SucceedSchool', from: '900001', to: '900009', on: '2026-09-01' }),
  ReleaseClass: (dice) => ({
    type: 'ReleaseClass',
    classId: classId(dice),
    linkRef: linkRef(dice),
    ...(dice.chance(30) ? { withdrawnBecause: 'staff-changes' } : {}),
  }),
  WithdrawInterest: () => ({ type: 'WithdrawInterest', reasonCode }),
};
const types = Object.keys(anyOf) as readonly InterestCommand['type'][];
const ends: readonly InterestCommand['type'][] = ['DeclineInterest', 'WithdrawInterest'];

/** First it is received; what ends it comes seldom. */
function choose(interest: Interest, dice: Dice): InterestCommand {
  if (interest.id === '') return anyOf.ReceiveInterest(dice);
  return anyOf[dice.of(dice.chance(95) ? types.filter((type) => !ends.includes(type)) : types)](dice);
}

export const interestRules: Rules<Interest, InterestCommand, InterestEvent> = {
  start: unknownInterest,
  choose,
  decide: (command, interest) => decideInterest(command, interest, { today: '2026-05-20' }),
  evolve: (interest, event, revision) => evolveInterest(interest, { ...event, revision }),
  // Each look at it has its reason.
  eachTimeAnew: ['KeepInterest'],
};
