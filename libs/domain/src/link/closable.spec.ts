import { closable } from './closable.js';
import { agreed, happened, heldMeeting, issued, met, sent, trained } from './spec-support/example-link.js';
import { given, type Facts } from './spec-support/given-when-then.js';

const goodbye = sent('a', '2027-07-02', 'goodbye');
const skipped = (step: 'goodbye' | 'celebration' | 'visit-3') =>
  happened('2027-07-02', 'StepSkipped', { step, reasonCode: 'no-time' });
const twice = [...met, heldMeeting(2, '2027-03-01')];
const waysOf = (...history: Facts) => {
  const { complete, incomplete, ready } = closable(given(...history).link);
  return [complete ? 'complete' : '', incomplete ? 'incomplete' : '', ready ? 'ready' : '']
    .filter((it) => it !== '')
    .join(' ');
};

describe('at the end of its year a link may be closed', () => {
  it.each<[string, Facts, string]>([
    ['incomplete while its goodbye is missing', [twice], 'incomplete'],
    ['incomplete without its agreement, also after a goodbye', [issued, goodbye], 'incomplete'],
    [
      'incomplete without its agreement, also after it met twice',
      [issued, heldMeeting(1, '2026-11-12'), heldMeeting(2, '2027-03-01'), goodbye],
      'incomplete',
    ],
    ['with a reason as long as the classes never met', [agreed, goodbye], 'complete incomplete'],
    ['with a reason when they met once', [met, goodbye], 'complete incomplete'],
    ['at once when they met twice and parted', [twice, goodbye], 'complete incomplete ready'],
    ['at once when the goodbye was skipped', [twice, skipped('goodbye')], 'complete incomplete ready'],
    [
      'in one way only when nothing is missing',
      [twice, heldMeeting(3, '2027-05-01'), goodbye, skipped('celebration')],
      'complete ready',
    ],
    [
      'in one way only when what is missing was skipped',
      [twice, goodbye, skipped('visit-3'), skipped('celebration')],
      'complete ready',
    ],
    ['incomplete when only the training was done', [trained], 'incomplete'],
  ])('%s', (_, history, ways) => {
    expect(waysOf(...history)).toBe(ways);
  });
});
