import { dueExchange } from './due-exchange.js';
import { happened, heldMeeting, met, sent, trained } from './spec-support/example-link.js';
import { given, type Facts } from './spec-support/given-when-then.js';

const due = (today: string, ...history: Facts) => dueExchange(given(...history).link, 'a', today)?.step;
const skipped = (step: 'exchange' | 'goodbye' | 'visit-2' | 'visit-3', side?: 'a' | 'b') =>
  happened('2027-03-01', 'StepSkipped', {
    step,
    ...(side === undefined ? {} : { side }),
    reasonCode: 'no-time',
  });
const asked = [...met, sent('a', '2026-11-20', 'curiosity-questions')];
const spring = '2027-04-01';

describe('what a class sends next', () => {
  it('is its first exchange, then its questions after the meeting, then nothing for a while', () => {
    expect(due('2026-11-01', trained)).toBe('first');
    expect(due('2026-11-01', trained, sent('a'))).toBeUndefined();
    expect(due('2026-11-20', met)).toBe('curiosity');
    expect(due(spring, asked)).toBeUndefined();
  });

  it('is nothing where its exchange was skipped; that of the other class is still asked for', () => {
    expect(due('2026-11-20', met, skipped('exchange', 'a'))).toBeUndefined();
    expect(due('2026-11-20', met, skipped('exchange', 'b'))).toBe('curiosity');
  });

  it('is the goodbye when both visits are held or skipped, not when one is', () => {
    const second = heldMeeting(2, '2027-03-01');
    expect(due(spring, asked, second)).toBeUndefined();
    expect(due(spring, asked, skipped('visit-3'))).toBeUndefined();
    expect(due(spring, asked, second, heldMeeting(3, '2027-03-20'))).toBe('goodbye');
    expect(due(spring, asked, second, skipped('visit-3'))).toBe('goodbye');
    expect(due(spring, asked, skipped('visit-2'), skipped('visit-3'))).toBe('goodbye');
  });

  it('is the goodbye when the last summer half-term has come', () => {
    expect(due('2027-05-31', asked)).toBeUndefined();
    expect(due('2027-06-01', asked)).toBe('goodbye');
  });

  it('is no goodbye of classes that never met', () => {
    expect(due('2027-06-01', trained)).toBe('first');
    expect(due('2027-06-01', trained, heldMeeting(2, '2027-03-01'), heldMeeting(3, '2027-03-20'))).toBe(
      'first',
    );
  });

  it('is nothing once the goodbye was said or skipped', () => {
    expect(due('2027-06-01', asked, sent('a', '2027-05-20', 'goodbye'))).toBeUndefined();
    expect(due('2027-06-01', asked, sent('b', '2027-05-20', 'goodbye'))).toBe('goodbye');
    expect(due('2027-06-01', asked, skipped('goodbye'))).toBeUndefined();
  });
});
