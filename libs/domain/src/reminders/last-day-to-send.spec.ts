import { lastDayToSend } from './last-day-to-send.js';

test('what answers somebody waits a week for the mail server', () => {
  const sign = { kind: 'immediate', anchorDate: '2026-09-01', dueOn: '2026-09-14' } as const;
  expect(lastDayToSend(sign)).toBe('2026-09-21');
  expect(lastDayToSend({ ...sign, anchorDate: '2026-12-01' })).toBe('2026-09-21');
});

test('a mail before an event goes until the day of the event', () => {
  expect(lastDayToSend({ kind: 'scheduled', anchorDate: '2026-10-08', dueOn: '2026-10-01' })).toBe(
    '2026-10-08',
  );
  expect(lastDayToSend({ kind: 'scheduled', anchorDate: '2026-10-02', dueOn: '2026-10-01' })).toBe(
    '2026-10-02',
  );
});

test('a question after an event, or about a fact of which only the month is known, may come a week late', () => {
  for (const anchorDate of ['2026-10-01', '2026-09-01', '2026-11', '2027']) {
    expect(lastDayToSend({ kind: 'scheduled', anchorDate, dueOn: '2026-10-01' })).toBe('2026-10-08');
  }
});
