import { lastDayToSend } from './last-day-to-send.js';
import type { MailFacts } from './mail-facts.js';

const last = (content: Partial<MailFacts> & Pick<MailFacts, 'rule'>, dueOn = '2026-10-01') =>
  lastDayToSend({ dueOn, content: content as MailFacts });

test('what answers somebody waits a week for the mail server', () => {
  for (const rule of ['N01', 'N02', 'N03', 'N04', 'N06', 'N07', 'N09', 'N12'] as const) {
    expect(last({ rule })).toBe('2026-10-08');
  }
});

test('an appointment can be announced, moved or called off until its day', () => {
  for (const rule of ['N10', 'N15', 'N19', 'N20'] as const) {
    expect(last({ rule, on: '2026-12-03' })).toBe('2026-12-03');
  }
});

test('what prepares for a day goes until the day before; of a visit some weeks on no longer than a week before', () => {
  expect(last({ rule: 'N11', on: '2026-10-08' })).toBe('2026-10-07');
  expect(last({ rule: 'N17', on: '2026-10-08' })).toBe('2026-10-07');
  expect(last({ rule: 'N21', on: '2026-10-15' })).toBe('2026-10-07');
});

test('who is asked again in a week is not asked twice on one day', () => {
  expect(last({ rule: 'N05', asking: 1 }, '2026-06-15')).toBe('2026-06-21');
  expect(last({ rule: 'N05', asking: 2 }, '2026-06-22')).toBe('2026-06-29');
  expect(last({ rule: 'N08', asking: 1 }, '2026-09-08')).toBe('2026-09-14');
  expect(last({ rule: 'N08', asking: 2 }, '2026-09-15')).toBe('2026-09-22');
  expect(last({ rule: 'N18', asking: 1, on: '2026-11-19' }, '2026-11-20')).toBe('2026-11-25');
  expect(last({ rule: 'N18', asking: 2, on: '2026-11-19' }, '2026-11-26')).toBe('2026-12-03');
});
