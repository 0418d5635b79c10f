import { ageWords } from './age-words.js';

const now = Date.parse('2026-11-23T09:00:00Z');

it.each([
  ['2026-11-23T09:00:30Z', 'just now'],
  ['2026-11-23T08:58:01Z', 'just now'],
  ['2026-11-23T08:55:00Z', '5 minutes ago'],
  ['2026-11-23T07:59:00Z', '1 hour ago'],
  ['2026-11-22T10:00:00Z', '23 hours ago'],
  ['2026-11-22T08:00:00Z', 'yesterday'],
  ['2026-11-13T08:00:00Z', '10 days ago'],
  ['2026-05-13T08:00:00Z', '6 months ago'],
  ['2023-05-13T08:00:00Z', '3 years ago'],
])('%s is %s', (instant, words) => {
  expect(ageWords(instant, now)).toBe(words);
});
