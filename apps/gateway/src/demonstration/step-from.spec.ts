import { stepFrom, type ClockStep } from './demonstration-clock.js';

it.each<[string, string, ClockStep, string]>([
  ['an hour', '2026-11-23T09:20:00.000Z', 'hour', '2026-11-23T10:20:00.000Z'],
  [
    'a day keeps the London time when summer ends',
    '2026-10-24T08:00:00.000Z',
    'day',
    '2026-10-25T09:00:00.000Z',
  ],
  ['a week', '2026-11-23T09:20:00.000Z', 'week', '2026-11-30T09:20:00.000Z'],
  [
    'the next school day of a Friday is Monday',
    '2026-11-27T15:00:00.000Z',
    'school-day',
    '2026-11-30T08:00:00.000Z',
  ],
  ['before eight it is today', '2026-11-23T06:00:00.000Z', 'school-day', '2026-11-23T08:00:00.000Z'],
  ['at eight it is tomorrow', '2026-11-23T08:00:00.000Z', 'school-day', '2026-11-24T08:00:00.000Z'],
])('%s', (_, from, step, to) => {
  expect(Date.parse(stepFrom(from, step))).toBe(Date.parse(to));
});
