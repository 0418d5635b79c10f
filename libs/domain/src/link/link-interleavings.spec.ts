import type { ExchangeKind, Side } from '@linking/events/link/link-events.js';
import fc from 'fast-check';
import { howMany } from '../spec-support/how-many.js';
import type { LinkCommand } from './commands.js';
import { decide } from './decide.js';
import { unknownLink, type RecordedLinkEvent } from './link.js';
import { linkKnownNow } from './replay.js';
import { attend, proposeExample, recordHeld, sign } from './spec-support/example-link.js';
import { append } from './spec-support/random-walk.js';
import { stageOf } from './stage.js';

type Dated = readonly [command: LinkCommand, occurredOn: string];

const opening: readonly Dated[] = [
  [proposeExample, '2026-06-01'],
  [{ type: 'Broker' }, '2026-06-10'],
  [{ type: 'IssueAgreement', textVersion: 'v1', documentHash: 'hash' }, '2026-09-01'],
];

/** What one school does in a year, in its order, on days of its own. */
const stepsOf = (side: Side): readonly Dated[] => {
  const day = (month: string) => `${month}-${side === 'a' ? '09' : '14'}`;
  return [
    [sign(side), day('2026-09')],
    [confirmed(side), day('2026-09')],
    [attend(side, { kind: side === 'a' ? 'initial-full' : 'initial-half' }), day('2026-10')],
    [exchanged(side, 'photographs'), day('2026-11')],
    [recordHeld({ number: side === 'a' ? 2 : 3, on: day('2027-03') }), day('2027-03')],
    [{ type: 'SkipStep', step: 'planning', side, reasonCode: 'illness' }, day('2027-04')],
    [{ type: 'LoseContact', side, personId: `teacher-${side}` }, day('2027-05')],
    [{ type: 'RestoreContact', side, personId: `teacher-${side}` }, day('2027-06')],
    [exchanged(side, 'goodbye'), day('2027-07')],
  ];
};

const confirmed = (side: Side): LinkCommand => ({
  type: 'ConfirmClass',
  side,
  classNameId: `name-${side}`,
  yearGroups: [4],
  pupilCount: 29,
  teachers: [{ teacherId: `teacher-${side}`, linkedBefore: side === 'b' }],
  sameName: true,
});

const exchanged = (fromSide: Side, kind: ExchangeKind): LinkCommand => ({
  type: 'RecordExchange',
  fromSide,
  kind,
  mode: 'post',
  keyQuestions: ['Q1'],
  subjects: [],
  policyTags: [],
});

/** The two lists as one, each in its own order: `turns` says whose step comes next. */
function interleaved(a: readonly Dated[], b: readonly Dated[], turns: readonly boolean[]): readonly Dated[] {
  const [first, second] = [[...a], [...b]];
  const mixed = turns.flatMap((turn) => (turn ? first.splice(0, 1) : second.splice(0, 1)));
  return [...mixed, ...first, ...second];
}

function after(steps: readonly Dated[]) {
  const log: RecordedLinkEvent[] = [];
  const link = [...opening, ...steps].reduce(
    (before, [command, occurredOn]) =>
      append(before, decide(command, before, { occurredOn, today: '2027-07-20', overrides: [] }), log),
    unknownLink,
  );
  return {
    stage: stageOf(link),
    reached: link.reached,
    known: linkKnownNow(log, '2027-07-20').reached,
    facts: log.map(said).toSorted(),
  };
}

/** That both visits are planned is said on the day of the one that was entered last: no milestone hangs on it. */
const said = ({ type, occurredOn, data }: RecordedLinkEvent) =>
  JSON.stringify([type, type === 'VisitsPlanned' ? '' : occurredOn, data]);

describe('the steps of the two schools', () => {
  const [stepsOfA, stepsOfB] = [stepsOf('a'), stepsOf('b')];
  const some = (steps: readonly Dated[]) => fc.subarray([...steps]);

  it('lead to the same facts and the same stage in whatever order they are entered', () => {
    fc.assert(
      fc.property(
        some(stepsOfA),
        some(stepsOfB),
        fc.array(fc.boolean(), { minLength: 18, maxLength: 18 }),
        (a, b, turns) => {
          expect(after(interleaved(a, b, turns))).toEqual(after([...a, ...b]));
        },
      ),
      { numRuns: howMany(500, 20_000) },
    );
  });

  it('lead as far as the visits, and to celebrated with a celebration', () => {
    expect(after([...stepsOfA, ...stepsOfB]).stage).toBe('visited');
    const celebration: Dated = [recordHeld({ number: 4, on: '2027-07-10' }), '2027-07-10'];
    expect(after([...stepsOfB, ...stepsOfA, celebration]).stage).toBe('celebrated');
  });
});
