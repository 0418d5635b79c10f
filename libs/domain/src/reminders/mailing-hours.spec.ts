import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { nationalCalendar } from '../calendar/school-calendar.js';
import { joined } from '../programme/spec-support/example-programme.js';
import { isMailingHour, nextMailingHour, startOfMailing, type MailReader } from './mailing-hours.js';

const [autumn, spring, summer] = nationalCalendar('2026-27').terms;
/** Half-term a week earlier than nationally, back a day later after Christmas, an INSET day and days to avoid. */
const entered: ProgrammeEvent = {
  type: 'TermDatesEntered',
  data: {
    academicYear: '2026-27',
    terms: [
      { ...autumn, halfTerm: { from: '2026-10-19', to: '2026-10-23' } },
      { ...spring, firstDay: '2027-01-05' },
      { ...summer, lastDay: '2027-07-23' },
    ],
    closedDays: [{ from: '2026-11-13', to: '2026-11-13', kind: 'inset' }],
    daysToAvoid: [{ from: '2027-03-10', to: '2027-03-11', kind: 'eid-al-fitr' }],
  },
};
const storm: ProgrammeEvent = {
  type: 'DisruptionDeclared',
  data: { disruptionId: 'd1', from: '2026-11-26', to: '2026-11-26', reasonCode: 'storm' },
};
const bradford = joined({}, entered, storm);
const at = (day: string, time = '10:00') => `${day}T${time}:00.000Z`;

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

test.each([
  ['at half past seven offices are written to', '2026-11-23T07:30:00.000Z', ['programme', 'user']],
  ['a minute earlier nobody', '2026-11-23T07:29:00.000Z', []],
  ['at half past seven in summer time', '2026-09-14T06:30:00.000Z', ['programme', 'user']],
  ['from eight everybody', '2026-11-23T08:00:00.000Z', ['person', 'venue', 'programme', 'user']],
  ['in the school holidays only offices', '2026-12-29T10:00:00.000Z', ['programme', 'user']],
  ['on a bank holiday nobody', '2026-12-28T10:00:00.000Z', []],
  ['at the weekend nobody', '2026-11-21T10:00:00.000Z', []],
  ['from five nobody', '2026-11-23T17:00:00.000Z', []],
])('%s', (_, instant, readers) => {
  const everybody: readonly MailReader[] = ['person', 'venue', 'programme', 'user'];
  expect(everybody.filter((reader) => isMailingHour(instant, reader))).toEqual(readers);
});

test('what waits for the programme goes on its next working day, holidays of schools or not', () => {
  expect(nextMailingHour('2026-12-23T18:00:00.000Z', 'programme')).toBe('2026-12-24T07:30:00.000Z');
  expect(nextMailingHour('2026-12-24T18:00:00.000Z', 'programme')).toBe('2026-12-29T07:30:00.000Z');
  expect(nextMailingHour('2026-12-29T07:00:00.000Z', 'programme')).toBe('2026-12-29T07:30:00.000Z');
  expect(nextMailingHour('2026-12-29T09:00:00.000Z', 'programme')).toBe('2026-12-29T09:00:00.000Z');
});

test('a scheduled mail is due when the day of its reader begins', () => {
  expect(startOfMailing('2026-11-23')).toBe('2026-11-23T08:00:00.000Z');
  expect(startOfMailing('2026-11-23', 'venue')).toBe('2026-11-23T08:00:00.000Z');
  expect(startOfMailing('2026-07-06', 'programme')).toBe('2026-07-06T06:30:00.000Z');
});

test.each([
  ['its own half-term', '2026-10-20', false, true],
  ['the national half-term, in which its schools are open', '2026-10-27', true, false],
  ['its INSET day', '2026-11-13', false, true],
  ['a day of a storm', '2026-11-26', false, true],
  ['the last day of its holidays', '2027-01-04', false, true],
  ['its last day in July, a day after the national one', '2027-07-23', true, false],
  ['a day to avoid: its schools are open', '2027-03-10', true, true],
  ['a bank holiday', '2027-05-03', false, false],
  ['a day of a year for which it entered nothing', '2027-10-05', true, true],
])('the schools of a programme are written to by its own days: %s', (_, day, own, national) => {
  for (const reader of ['person', 'venue'] as const) {
    expect(isMailingHour(at(day), reader, bradford)).toBe(own);
    expect(isMailingHour(at(day), reader)).toBe(national);
    expect(isMailingHour(at(day), reader, joined())).toBe(national);
  }
});

test('offices work on the days on which schools are closed', () => {
  for (const day of ['2026-10-20', '2026-11-13', '2026-11-26', '2027-01-04']) {
    expect(isMailingHour(at(day), 'programme', bradford)).toBe(true);
    expect(isMailingHour(at(day), 'user', bradford)).toBe(true);
  }
});

test('when offices are closed no school of any programme is written to', () => {
  for (const day of ['2026-12-28', '2027-03-26', '2026-11-21', '2026-11-22']) {
    expect(isMailingHour(at(day), 'programme')).toBe(false);
    expect(isMailingHour(at(day), 'person', bradford)).toBe(false);
  }
  expect(isMailingHour(at('2026-11-23', '07:59'), 'person', bradford)).toBe(false);
});

test('what waits goes on the next school day of the programme, also over the end of a year', () => {
  const next = (instant: string) => nextMailingHour(instant, 'person', bradford);
  expect(next(at('2026-10-16', '17:30'))).toBe('2026-10-26T08:00:00.000Z');
  expect(next(at('2026-11-12', '17:00'))).toBe('2026-11-16T08:00:00.000Z');
  expect(next(at('2026-12-23'))).toBe('2027-01-05T08:00:00.000Z');
  expect(next(at('2027-07-22', '18:00'))).toBe('2027-07-23T07:00:00.000Z');
  expect(next(at('2027-07-23', '18:00'))).toBe(nextMailingHour(at('2027-07-23', '18:00')));
});
