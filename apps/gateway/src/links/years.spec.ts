import { interestYears, yearOptions } from './years.js';

it('links are looked for in the year that is now and in all since the first programme joined', () => {
  const options = (chosen: string) =>
    yearOptions([{ year: '2025-26' }, { year: '2026-27' }], { chosen, today: '2027-11-23' });
  expect(options('')).toEqual([
    { value: '2025-26', label: '2025–26' },
    { value: '2026-27', label: '2026–27' },
    { value: '2027-28', label: '2027–28' },
  ]);
  expect(options('2028-29').at(-1)?.value).toBe('2028-29');
});

it('an interest in spring is for the next year, one in autumn for this year', () => {
  expect(interestYears('2027-04-30')).toEqual(['2026-27', '2027-28']);
  expect(interestYears('2027-05-01')).toEqual(['2027-28', '2026-27']);
  expect(interestYears('2026-11-23')).toEqual(['2026-27', '2027-28']);
});
