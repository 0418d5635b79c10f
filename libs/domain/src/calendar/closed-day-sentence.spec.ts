import { closedDaySentence } from './closed-day-sentence.js';

it.each([
  ['2027-03-28', '28 March 2027 is a Sunday.'],
  ['2026-12-19', '19 December 2026 is a Saturday.'],
  ['2027-05-03', '3 May 2027 is a bank holiday: Early May bank holiday.'],
  ['2026-10-28', '28 October 2026 is a day on which schools are closed: Autumn half-term.'],
])('%s is no school day, and people read why', (day, sentence) => {
  expect(closedDaySentence(day)).toBe(sentence);
});

it('an ordinary day needs no sentence', () => {
  expect(closedDaySentence('2026-11-23')).toBeUndefined();
});
