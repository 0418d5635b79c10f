import fc from 'fast-check';
import { programmeSwitches } from '@linking/events/programme/codes.js';
import type { LinkCommand, Occasion } from './commands.js';
import { Refusal } from '../refusal.js';
import { decide } from './decide.js';
import type { Decided } from './decided.js';
import { evolve, foldLink } from './evolve.js';
import { gapsOf } from './gaps.js';
import { unknownLink, type Link, type RecordedLinkEvent } from './link.js';
import { nextSteps } from './next.js';
import { overdueSteps } from './overdue.js';
import { linkKnownNow, replay } from './replay.js';
import { attend, planMeeting, proposeExample, recordHeld, sign } from './spec-support/example-link.js';
import { stageOf } from './stage.js';
import { warningsFor } from './warnings.js';

const sides = fc.constantFrom('a' as const, 'b' as const);
const numbers = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);
const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`);
const codes = fc.constantFrom('ill', 'storm');
const steps = fc.constantFrom('training', 'exchange', 'first-meeting', 'visit-2', 'celebration', 'goodbye');
const fields = '/pupilsA /on /occurredOn /reasonCode /side /keyQuestions /minutes pupilsA /teachers'.split(
  ' ',
);
const mended = fc.constantFrom(...fields);
const anyValues = [1, 27, 300, '2026-11-12', '2026-10', 'storm', 'a', ['Q1'], ['Q2'], null, [null], {}];
const values = fc.constantFrom<unknown>(...anyValues);

const reasons: Occasion['overrides'] = (
  ['neutral-venue-first', 'two-meetings', 'distance-limit', 'linked-before', 'class-in-two-links'] as const
).map((rule) => ({ rule, reasonCode: 'asked-for' }));

const occasions: fc.Arbitrary<Occasion> = fc.record({
  occurredOn: fc.oneof(days, fc.constantFrom('2026-11', '2026', 'before-import')),
  today: fc.constantFrom('2026-11-15', '2026-11-23', '2027-11-02'),
  overrides: fc.constantFrom([], reasons),
});

const of = <Name extends LinkCommand['type']>(type: Name) => fc.constant(type);

const commands: fc.Arbitrary<LinkCommand> = fc.oneof(
  fc.record({ type: of('Broker') }),
  fc.record({ type: of('SendProposal') }),
  fc.record({ type: of('AcceptProposal'), side: sides, means: fc.constantFrom('phone', 'conversation') }),
  fc.record({ type: of('IssueAgreement'), textVersion: fc.constantFrom('v1', 'v2'), documentHash: codes }),
  fc.record({ side: sides, textVersion: fc.constantFrom('v1', 'v2') }).map((it) => sign(it.side, it)),
  fc.record({
    type: fc.constantFrom('DeclineAgreement', 'RevokeAgreement'),
    side: sides,
    reasonCode: codes,
  }),
  fc.record({
    type: of('ChangeHeadteacher'),
    side: sides,
    headId: fc.constantFrom('head-a', 'head-new'),
  }),
  fc.record({
    type: fc.constantFrom('LoseContact', 'RestoreContact'),
    side: sides,
    personId: fc.constantFrom('head-a', 'teacher-b'),
  }),
  fc.record({ type: of('ChangeClassDetails'), side: sides, pupilCount: fc.integer({ min: -1, max: 210 }) }),
  fc.record({
    type: of('ConfirmClass'),
    side: sides,
    classNameId: codes,
    yearGroups: fc.constant([4]),
    pupilCount: fc.integer({ min: -1, max: 210 }),
    teachers: fc.constantFrom([], [{ teacherId: 'teacher-a', linkedBefore: true }]),
    sameName: fc.boolean(),
  }),
  fc.record({
    type: of('ReplaceTeacher'),
    side: sides,
    from: fc.constantFrom('teacher-a', 'teacher-b'),
    to: fc.constantFrom(
      { teacherId: 'new', linkedBefore: true },
      { teacherId: 'teacher-a', linkedBefore: false },
    ),
    reasonCode: codes,
  }),
  fc.record({
    type: of('EnrolTeacher'),
    side: sides,
    teacherId: fc.constantFrom('teacher-a', 'teacher-b'),
    sessionId: fc.constantFrom('s1', 's2'),
    kind: fc.constantFrom('initial-full', 'planning-half'),
    on: days,
  }),
  fc
    .record({
      side: sides,
      kind: fc.constantFrom('initial-full', 'initial-half'),
      minutes: fc.constantFrom(150, 300),
    })
    .map((it) => attend(it.side, it)),
  fc.record({
    type: of('RecordTrainingMissed'),
    side: sides,
    teacherId: fc.constantFrom('teacher-a', 'teacher-b'),
    kind: fc.constantFrom('initial-full'),
    reasonCode: codes,
  }),
  fc.record({
    type: of('RecordExchange'),
    fromSide: sides,
    kind: fc.constantFrom('photographs', 'goodbye'),
    mode: fc.constantFrom('post'),
    keyQuestions: fc.constant([]),
    subjects: fc.constant([]),
    policyTags: fc.constant([]),
  }),
  fc.record({ number: numbers, on: days }).map((it) => planMeeting(it)),
  fc.record({
    type: of('ReadyForTheDay'),
    number: numbers,
    side: sides,
    riskAssessment: fc.constantFrom('confirmed', 'not-known'),
    transport: fc.constantFrom('booked'),
  }),
  fc.record({
    type: of('RescheduleMeeting'),
    number: numbers,
    on: days,
    startsAt: fc.constantFrom('09:00', '15:00'),
    endsAt: fc.constantFrom('14:00'),
    reasonCode: codes,
  }),
  fc.record({
    type: fc.constantFrom('MoveMeetingOnline', 'CancelMeeting'),
    number: numbers,
    reasonCode: codes,
  }),
  fc
    .record({ number: numbers, on: days, mode: fc.constantFrom('in-person', 'virtual') })
    .map((it) => recordHeld(it)),
  fc.record({
    type: of('RecordCatchUp'),
    side: sides,
    teacherId: fc.constantFrom('teacher-a', 'teacher-b'),
    kind: fc.constantFrom('initial-full', 'initial-half'),
    minutes: fc.constantFrom(90, 120),
  }),
  fc.record({
    type: of('RecordParents'),
    side: sides,
    kind: fc.constantFrom('came-along', 'helped'),
    count: fc.constantFrom(0, 6, 12),
  }),
  fc.record({
    type: of('RecordReflection'),
    side: sides,
    meeting: numbers,
    rating: fc.integer({ min: 0, max: 6 }),
    sameWords: fc.boolean(),
  }),
  fc.record({
    type: of('RecordSurvey'),
    side: sides,
    round: fc.constantFrom('pre', 'post'),
    instrument: fc.constantFrom('class-survey'),
    n: fc.constantFrom(0, 4, 27),
    scores: fc.constantFrom({}, { O1: 3.4 }, { O1: 7 }),
  }),
  fc.record({ type: fc.constantFrom('CompleteFinalExchange', 'Resume', 'Complete') }),
  fc.record({ type: of('SkipStep'), step: steps, reasonCode: codes }),
  fc.record({ type: of('SkipStep'), step: steps, side: sides, reasonCode: codes }),
  fc.record({ type: of('Pause'), reasonCode: codes }),
  fc.record({ type: of('Withdraw'), side: sides, reasonCode: codes }),
  fc.record({
    type: of('DeclineProposal'),
    side: sides,
    reasonCode: codes,
    wantsOtherPartner: fc.boolean(),
  }),
  fc.record({
    type: of('CorrectEntry'),
    eventId: fc.integer({ min: 1, max: 25 }).map((n) => `e${n}`),
    field: mended,
    was: values,
    now: values,
    reasonCode: codes,
  }),
  fc.record({
    type: of('VoidEntry'),
    eventId: fc.integer({ min: 1, max: 25 }).map((n) => `e${n}`),
    reasonCode: codes,
  }),
);

const append = (link: Link, decided: readonly Decided[], log: RecordedLinkEvent[]): Link =>
  decided.reduce((before, fact) => {
    const revision = before.revision + 1;
    const event: RecordedLinkEvent = {
      ...fact,
      id: `e${revision}`,
      revision,
      recordedAt: '2026-11-23T09:00:00.000Z',
      actor: 'user:1',
    };
    log.push(event);
    return evolve(before, event);
  }, link);

/** Parts in use are laid beside a link by whoever reads it; no fold carries them. */
const usingAll = (link: Link): Link => ({
  ...link,
  programmeYear: { switches: [...programmeSwitches], daysToAvoid: [] },
});

/** The facts of a command, none when it was refused; anything but a refusal is thrown on. */
function asked(command: LinkCommand, link: Link, occasion: Occasion): readonly Decided[] {
  try {
    return decide(command, usingAll(link), occasion);
  } catch (error) {
    if (error instanceof Refusal && error.sentence.length > 10 && /[.…]$/.test(error.sentence)) return [];
    throw error;
  }
}

/** The very same words are found by whoever prepares the command. */
function again(command: LinkCommand): LinkCommand {
  if (command.type === 'ConfirmClass') return { ...command, sameName: true };
  return command.type === 'RecordReflection' ? { ...command, sameWords: true } : command;
}

const usualYear: readonly LinkCommand[] = [
  proposeExample,
  { type: 'Broker' },
  { type: 'IssueAgreement', textVersion: 'v1', documentHash: 'h' },
  sign('a'),
  sign('b'),
  attend('a'),
  attend('b'),
  planMeeting({ on: '2026-11-12' }),
  recordHeld(),
  recordHeld({ number: 2 }),
];

/** A link that went the usual way for its first steps. */
const start = (length: number) => {
  const log: RecordedLinkEvent[] = [];
  const occasion: Occasion = { occurredOn: '2026-11-12', today: '2026-11-12', overrides: [] };
  const link = usualYear
    .slice(0, length)
    .reduce((before, command) => append(before, decide(command, before, occasion), log), unknownLink);
  return { log, link };
};
const lengths = fc.integer({ min: 1, max: usualYear.length });

describe('whatever is asked of a link', () => {
  const scripts = fc.array(fc.tuple(commands, occasions), { maxLength: 30 });

  it('is decided or refused with a sentence, twice is once, and the history replays to the same state', () => {
    fc.assert(
      fc.property(lengths, scripts, (length, script) => {
        const { log, link: proposal } = start(length);
        let link = proposal;
        for (const [command, occasion] of script) {
          const decided = asked(command, link, occasion);
          warningsFor(command, link);
          link = append(link, decided, log);
          if (decided.length > 0 && command.type !== 'Pause' && command.type !== 'Resume') {
            expect(decide(again(command), usingAll(link), occasion)).toEqual([]);
          }
        }
        expect(foldLink(log)).toEqual(link);
        expect([...replay(log)].at(-1)).toEqual(link);
        expect(linkKnownNow(log, '2026-11-15').entries.length).toBeLessThanOrEqual(log.length);
        expect(gapsOf(link).every((gap) => link.reached[gap.stage] === undefined)).toBe(true);
        expect([...nextSteps(link), ...overdueSteps(link, '2027-06-01')].length).toBeLessThan(20);
      }),
      { numRuns: 300 },
    );
  });

  it('never moves a link back but by a correction or a void', () => {
    fc.assert(
      fc.property(lengths, scripts, (length, script) => {
        const { log, link: proposal } = start(length);
        let link = proposal;
        for (const [command, occasion] of script) {
          if (command.type === 'CorrectEntry' || command.type === 'VoidEntry') continue;
          const before = Object.keys(link.reached);
          link = append(link, asked(command, link, occasion), log);
          expect(Object.keys(link.reached)).toEqual(expect.arrayContaining(before));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is known now', () => {
  const certain = (link: Link) => ({
    held: link.meetings.filter((it) => it.status === 'held'),
    agreement: [link.agreement.a.status, link.agreement.b.status],
    accepted: [link.sides.a.acceptedOn, link.sides.b.acceptedOn],
    came: link.training.filter((it) => it.status === 'attended').length,
    exchanges: link.exchanges.length,
    outcome: link.outcome,
  });

  it('loses no meeting, signature, training or exchange, on whatever days they were entered', () => {
    fc.assert(
      fc.property(lengths, fc.array(fc.tuple(commands, occasions), { maxLength: 20 }), (length, script) => {
        const { log, link: proposal } = start(length);
        const link = script.reduce(
          (before, [command, occasion]) => append(before, asked(command, before, occasion), log),
          proposal,
        );
        expect(certain(linkKnownNow(log, '2030-01-01'))).toEqual(certain(link));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the steps of the two schools', () => {
  const stepsOf = (side: 'a' | 'b'): readonly [LinkCommand, string][] => [
    [sign(side), side === 'a' ? '2026-09-09' : '2026-09-14'],
    [attend(side, { kind: side === 'a' ? 'initial-full' : 'initial-half' }), '2026-10-01'],
    [attend(side, { kind: 'initial-full' }), side === 'a' ? '2026-10-08' : '2026-09-30'],
    [
      {
        type: 'RecordExchange',
        fromSide: side,
        kind: 'goodbye',
        mode: 'post',
        keyQuestions: [],
        subjects: [],
        policyTags: [],
      },
      side === 'a' ? '2026-11-02' : '2026-11-01',
    ],
    [recordHeld({ number: side === 'a' ? 2 : 3 }), '2026-11-12'],
  ];
  const all = [...stepsOf('a'), ...stepsOf('b')];

  it('lead to the same stage on the same days in whatever order they are entered', () => {
    const stageAfter = (order: readonly [LinkCommand, string][]) => {
      const { log, link } = start(1);
      const opening: readonly [LinkCommand, string][] = [
        [{ type: 'Broker' }, '2026-06-10'],
        [{ type: 'IssueAgreement', textVersion: 'v1', documentHash: 'h' }, '2026-09-01'],
      ];
      const end = [...opening, ...order].reduce(
        (before, [command, occurredOn]) =>
          append(before, decide(command, before, { occurredOn, today: '2026-11-23', overrides: [] }), log),
        link,
      );
      return { stage: stageOf(end), reached: end.reached, known: linkKnownNow(log, '2026-11-23').reached };
    };
    const inOrder = stageAfter(all);
    expect(inOrder.stage).toBe('visited');
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => {
        expect(stageAfter(order)).toEqual(inOrder);
      }),
      { numRuns: 300 },
    );
  });
});
