import type { TargetedStep } from '@linking/events/link/link-events.js';
import { brokered, happened, issuedTo, proposed, trained } from '../link/spec-support/example-link.js';
import { givenUsing, type Facts } from '../link/spec-support/given-when-then.js';
import { planMails } from './plan-mails.js';

const phoned = (day: string, about: TargetedStep, more: { newTarget?: string } = {}) =>
  happened(day, 'DiscussionRecorded', { about, ...more, noteId: 'note' });
const unnamed = brokered
  .flat()
  .map((fact) =>
    fact.type === 'InterestRecorded' && fact.data.side === 'b'
      ? { ...fact, data: { ...fact.data, placeholder: true } }
      : fact,
  );

describe.each<
  [rule: string, step: TargetedStep, facts: Facts, before: string, days: readonly [string, string]]
>([
  [
    'N05',
    'brokering',
    [proposed, happened('2026-06-08', 'ProposalSent', {})],
    '2026-06-08',
    ['2026-06-15', '2026-06-22'],
  ],
  ['N08', 'agreement', [brokered, issuedTo('a', '2026-09-07')], '2026-09-07', ['2026-09-14', '2026-09-21']],
  ['N14', 'exchange', [trained], '2026-11-27', ['2026-11-30', '2026-12-07']],
  ['N31', 'classes', [unnamed], '2026-08-31', ['2026-09-02', '2026-09-09']],
])('once somebody was spoken to, %s', (rule, step, facts, before, [first, second]) => {
  const days = (...more: Facts) => [
    ...new Set(
      planMails(givenUsing(['e-mailed-proposals'], ...facts, ...more).link)
        .filter(({ content }) => content.rule === rule)
        .map(({ dueOn }) => dueOn),
    ),
  ];

  it('asks no second time', () => {
    expect(days()).toEqual([first, second]);
    expect(days(phoned(second, step))).toEqual([first]);
  });

  it('asks not at all when that was on the day of the first mail, or before it went', () => {
    expect(days(phoned(first, step))).toEqual([]);
  });

  it('asks as before when it was another step, before the asking began, or entered by mistake', () => {
    const other = step === 'exchange' ? 'visits' : 'exchange';
    expect(days(phoned(first, other))).toEqual([first, second]);
    expect(days(phoned(before, step))).toEqual([first, second]);
    const count = facts.flat().length;
    const undone = happened(second, 'EntryVoided', {
      voidsEventId: `e${count + 1}`,
      reasonCode: 'wrong-link',
    } as never);
    expect(days(phoned(first, step), undone)).toEqual([first, second]);
  });
});

test('a new date for the first exchange is asked for anew', () => {
  const { link } = givenUsing([], trained, phoned('2026-12-02', 'exchange', { newTarget: '2026-12-10' }));
  const asked = planMails(link).filter(({ content }) => content.rule === 'N14');
  expect([...new Set(asked.map(({ dueOn }) => dueOn))]).toEqual(['2026-12-10', '2026-12-17']);
});
