import { waitingText, workingDaysWaited } from './waiting-text.js';

test.each([
  ['2026-11-20', '2026-11-20', 'since today'],
  ['2026-11-20', '2026-11-23', '1 working day'],
  ['2026-11-12', '2026-11-25', '9 working days'],
  ['2026-11-02', '2026-11-20', '2 weeks (14 working days)'],
])('a class that waits since %s says on %s: %s', (since, today, words) => {
  expect(waitingText(since, today)).toBe(words);
});

test('weekends and bank holidays are no working days', () => {
  expect(workingDaysWaited('2026-12-24', '2026-12-29')).toBe(1);
});
