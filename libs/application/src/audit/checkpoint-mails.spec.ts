import { checkpointMonth } from './checkpoint-mails.js';

test.each([
  // 1 August 2026 is a Saturday, 1 January a bank holiday, 31 August as well.
  ['2026-07-31T12:00:00Z', undefined],
  ['2026-08-01T12:00:00Z', undefined],
  ['2026-08-03T06:29:00Z', undefined],
  ['2026-08-03T06:30:00Z', '2026-08'],
  ['2026-08-10T22:00:00Z', '2026-08'],
  ['2026-08-11T12:00:00Z', undefined],
  ['2026-09-01T06:30:00Z', '2026-09'],
  ['2027-01-01T12:00:00Z', undefined],
  ['2027-01-04T07:30:00Z', '2027-01'],
])('at %s the checkpoint of the month %s is to be sent', (now, month) => {
  expect(checkpointMonth(now)).toBe(month);
});
