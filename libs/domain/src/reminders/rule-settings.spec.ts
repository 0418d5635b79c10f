import { changeableRules } from '@linking/events/programme/codes.js';
import type { ChangeableRule } from '@linking/events/programme/programme-events.js';
import type { InterestEvent } from '@linking/events/interest/interest-events.js';
import { evolveInterest, unknownInterest } from '../interest/interest.js';
import type { Link } from '../link/link.js';
import {
  agreed,
  attended,
  brokered,
  happened,
  issuedTo,
  plannedMeeting,
  proposed,
  trained,
} from '../link/spec-support/example-link.js';
import { givenUsing, type Facts } from '../link/spec-support/given-when-then.js';
import { planInterestMails } from './interest-mails.js';
import { lastDayToSend } from './last-day-to-send.js';
import { planMails } from './plan-mails.js';
import { nationalTiming, ruleShapes, type RuleTimings } from './rule-settings.js';
import { planTrainingMails } from './training-mails.js';
import type { WantedMail } from './wanted-mail.js';

const withRules = (mailRules: RuleTimings, ...facts: Facts): Link => {
  const { link } = givenUsing(['e-mailed-proposals'], ...facts);
  return { ...link, programmeYear: { switches: ['e-mailed-proposals'], daysToAvoid: [], mailRules } };
};
const ofLink =
  (...facts: Facts) =>
  (rules: RuleTimings): readonly WantedMail[] =>
    planMails(withRules(rules, ...facts));

const session = [
  {
    type: 'SessionPlanned',
    data: {
      sessionId: 's1',
      programme: 'bradford',
      kind: 'initial-full',
      on: '2026-10-01',
      startsAt: '09:15',
      endsAt: '15:30',
      capacity: 20,
    },
  },
  { type: 'PlaceTaken', data: { teacherId: 'teacher-a', linkRef: 'BRD-2026-014', side: 'a' } },
] as const;
const came = {
  type: 'AttendanceRecorded',
  data: { entries: [{ teacherId: 'teacher-a', attended: true, minutes: 375 }] },
} as const;
const ofSession =
  (...facts: Parameters<typeof planTrainingMails>[0][number][]) =>
  (rules: RuleTimings) =>
    planTrainingMails(facts, [withRules({}, agreed)], rules);
const recordedAs = (facts: readonly ((typeof session)[number] | typeof came)[]) =>
  facts.map((fact, index) => ({ ...fact, revision: index + 1, recordedAt: '2026-09-14T12:00:00.000Z' }));

const received: InterestEvent = {
  type: 'InterestReceived',
  data: {
    interestId: 'i1',
    programme: 'bradford',
    year: '2026-27',
    urn: '900001',
    headId: 'head-a',
    channel: 'phone',
    expressedOn: '2026-05-12',
    priorities: [],
    classes: [{ classId: 'c1', yearGroups: [4], pupilCount: 28, placeholder: false, teachers: [] }],
  },
};
const ofInterest = (rules: RuleTimings) =>
  planInterestMails(
    evolveInterest(unknownInterest, { ...received, revision: 1 }),
    [{ ...received, occurredOn: '2026-05-12' }],
    rules,
  );

const unnamed = brokered
  .flat()
  .map((fact) =>
    fact.type === 'InterestRecorded' && fact.data.side === 'b'
      ? { ...fact, data: { ...fact.data, placeholder: true } }
      : fact,
  );

const visit = happened('2026-10-05', 'MeetingPlanned', {
  number: 2,
  mode: 'in-person',
  on: '2027-03-09',
  startsAt: '10:00',
  endsAt: '14:00',
  hostSide: 'b',
  pupilsExpected: 58,
  activities: [],
});

/** What asks for the mails of a rule, other days, and the days on which they go by the national ones and by those. */
const cases: Readonly<
  Record<
    ChangeableRule,
    readonly [
      plan: (rules: RuleTimings) => readonly WantedMail[],
      national: readonly string[],
      days: readonly number[],
      own: readonly string[],
    ]
  >
> = {
  N03: [ofInterest, ['2026-05-19'], [2], ['2026-05-14']],
  N05: [
    ofLink(proposed, happened('2026-06-08', 'ProposalSent', {})),
    ['2026-06-15', '2026-06-22'],
    [3, 8],
    ['2026-06-11', '2026-06-18'],
  ],
  N08: [
    ofLink(brokered, issuedTo('a', '2026-09-07')),
    ['2026-09-14', '2026-09-21'],
    [3, 8],
    ['2026-09-10', '2026-09-17'],
  ],
  N11: [ofSession(...recordedAs(session)), ['2026-09-24'], [14], ['2026-09-17']],
  N13: [ofSession(...recordedAs([...session, came])), ['2026-10-02'], [5], ['2026-10-06']],
  N14: [ofLink(trained), ['2026-11-30', '2026-12-07'], [2, 16], ['2026-12-02', '2026-12-16']],
  N17: [ofLink(agreed, plannedMeeting(1, '2026-12-03')), ['2026-11-26'], [3], ['2026-11-30']],
  N18: [
    ofLink(agreed, plannedMeeting(1, '2026-12-03')),
    ['2026-12-04', '2026-12-10'],
    [4, 11],
    ['2026-12-07', '2026-12-14'],
  ],
  N21: [ofLink(agreed, visit), ['2027-02-23'], [21], ['2027-02-12']],
  N24: [ofLink(agreed), ['2027-07-19'], [1], ['2027-07-12']],
  N31: [ofLink(...unnamed), ['2026-09-02', '2026-09-09'], [3, 17], ['2026-09-07', '2026-09-21']],
};

const daysOf = (rule: ChangeableRule, mails: readonly WantedMail[]) => [
  ...new Set(mails.filter(({ content }) => content.rule === rule).map(({ dueOn }) => dueOn)),
];

describe.each(changeableRules)('rule %s', (rule) => {
  const [plan, national, days, own] = cases[rule];

  it('goes on the national days until a programme has its own', () => {
    expect(daysOf(rule, plan({}))).toEqual(national);
    expect(daysOf(rule, plan({ [rule]: nationalTiming(rule) }))).toEqual(national);
  });

  it('goes on the days of the programme, in time, and the same mails as before', () => {
    const mails = plan({ [rule]: { on: true, days } });
    expect(daysOf(rule, mails)).toEqual(own);
    const names = (all: readonly WantedMail[]) => all.map(({ step, anchorDate }) => `${step} ${anchorDate}`);
    expect(names(mails)).toEqual(names(plan({})));
    for (const mail of mails.filter(({ content }) => content.rule === rule)) {
      expect(lastDayToSend(mail) >= mail.dueOn).toBe(true);
    }
  });

  it('sends nothing once it is off, and the other rules go on', () => {
    const others = (mails: readonly WantedMail[]) => mails.filter(({ content }) => content.rule !== rule);
    const off = plan({ [rule]: { on: false, days } });
    expect(daysOf(rule, off)).toEqual([]);
    expect(others(off)).toEqual(others(plan({})));
  });

  it('asks no second time before the first can be late: its last day lies before the second at every limit', () => {
    const { days: limits, apart } = ruleShapes[rule];
    if (apart === undefined || limits.length < 2) return;
    for (const first of [limits[0]?.least ?? 0, limits[0]?.most ?? 0]) {
      const second = Math.max(first + apart, limits[1]?.least ?? 0);
      const mails = plan({ [rule]: { on: true, days: [first, second] } });
      const [early, late] = mails.filter(({ content }) => content.rule === rule);
      expect(early && late && lastDayToSend(early) < late.dueOn).toBe(true);
    }
  });
});

test('a training elsewhere is followed by N13 on the days of the programme as well', () => {
  const plan = ofLink(agreed, attended('a', '2026-10-01'));
  expect(daysOf('N13', plan({}))).toEqual(['2026-10-02']);
  expect(daysOf('N13', plan({ N13: { on: true, days: [5] } }))).toEqual(['2026-10-06']);
  expect(daysOf('N13', plan({ N13: { on: false, days: [5] } }))).toEqual([]);
});
