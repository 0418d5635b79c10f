import { compareDays, earliestDay, firstDayOf, isAfter, lastDayOf, latestDay } from './loose-days.js';

it('dates stand in the order in which they begin, what was before the import first', () => {
  const days = ['2026-11-05', '2026-11', 'before-import', '2027', '2026-11-01', '2026', '2026-10-31'];
  expect(days.toSorted(compareDays)).toEqual([
    'before-import',
    '2026',
    '2026-10-31',
    '2026-11',
    '2026-11-01',
    '2026-11-05',
    '2027',
  ]);
  expect(earliestDay(days)).toBe('before-import');
  expect(latestDay(days)).toBe('2027');
  expect(earliestDay([])).toBeUndefined();
});

it('a day does not come after itself', () => {
  expect(compareDays('2026-11-30', '2026-11-30')).toBe(0);
  expect(isAfter('2026-11-30', '2026-11-30')).toBe(false);
});

it('a month or a year has come when it has begun', () => {
  expect(isAfter('2026-12', '2026-11-30')).toBe(true);
  expect(isAfter('2026-12', '2026-12-01')).toBe(false);
  expect(isAfter('2027', '2026-12-31')).toBe(true);
  expect(isAfter('before-import', '1900-01-01')).toBe(false);
});

it('a month and a year begin on their first day, what was before the import on the one given', () => {
  const first = (day: string) => firstDayOf(day, '2026-09-01');
  expect(['2026-10-05', '2026-10', '2027', 'before-import'].map(first)).toEqual([
    '2026-10-05',
    '2026-10-01',
    '2027-01-01',
    '2026-09-01',
  ]);
});

it('a month and a year end on their last day; what was before the import has none', () => {
  const days = ['2026-10-05', '2026-10', '2026-12', '2028-02', '2026', 'before-import'];
  expect(days.map(lastDayOf)).toEqual([
    '2026-10-05',
    '2026-10-31',
    '2026-12-31',
    '2028-02-29',
    '2026-12-31',
    undefined,
  ]);
});
