import { isMailingHour, nextMailingHour } from './mailing-hours.js';

test.each([
  ['a Monday at eight', '2026-11-23T08:00:00.000Z', true],
  ['a minute earlier', '2026-11-23T07:59:59.999Z', false],
  ['a minute before five', '2026-11-23T16:59:59.999Z', true],
  ['five o’clock', '2026-11-23T17:00:00.000Z', false],
  ['eight in summer time', '2026-09-14T07:00:00.000Z', true],
  ['a Saturday', '2026-11-21T10:00:00.000Z', false],
  ['Christmas holidays', '2026-12-29T10:00:00.000Z', false],
  ['a bank holiday in May', '2027-05-03T10:00:00.000Z', false],
])('on %s scheduled mails go: %s %s', (_, instant, goes) => {
  expect(isMailingHour(instant)).toBe(goes);
});

test('what is due while schools are closed waits until eight on the next school day', () => {
  expect(nextMailingHour('2026-11-23T09:00:00.000Z')).toBe('2026-11-23T09:00:00.000Z');
  expect(nextMailingHour('2026-11-23T06:00:00.000Z')).toBe('2026-11-23T08:00:00.000Z');
  expect(nextMailingHour('2026-11-20T17:30:00.000Z')).toBe('2026-11-23T08:00:00.000Z');
  expect(nextMailingHour('2026-11-21T08:30:00.000Z')).toBe('2026-11-23T08:00:00.000Z');
  expect(nextMailingHour('2026-12-23T08:30:00.000Z')).toBe('2027-01-04T08:00:00.000Z');
  expect(nextMailingHour('2027-03-25T20:00:00.000Z').slice(0, 10)).not.toBe('2027-03-26');
});
