import {
  firstYearOf,
  isAcademicYear,
  lateFactsEnd,
  nextYear,
  previousYear,
  yearEnd,
  yearsFromTo,
  yearStart,
} from './academic-year.js';

describe('the academic year', () => {
  it('is written 2026-27, the second year following the first', () => {
    expect(['2026-27', '2099-00', '1999-00'].every(isAcademicYear)).toBe(true);
    const wrong = ['2026-28', '2026/27', '2026-2027', '2026', '26-27', '2026-27 ', '12026-27', ''];
    expect(wrong.filter(isAcademicYear)).toEqual([]);
  });

  it('begins on 1 September, ends on 31 July, and takes late facts until 31 October', () => {
    expect(firstYearOf('2026-27')).toBe(2026);
    expect(yearStart('2026-27')).toBe('2026-09-01');
    expect(yearEnd('2026-27')).toBe('2027-07-31');
    expect(lateFactsEnd('2026-27')).toBe('2027-10-31');
    expect(lateFactsEnd('2099-00')).toBe('2100-10-31');
  });

  it('is followed by the next, over the turn of a century too', () => {
    expect([nextYear('2026-27'), nextYear('2098-99'), nextYear('2107-08')]).toEqual([
      '2027-28',
      '2099-00',
      '2108-09',
    ]);
    expect([previousYear('2026-27'), previousYear('2000-01')]).toEqual(['2025-26', '1999-00']);
    expect(yearsFromTo('2026-27', '2028-29')).toEqual(['2026-27', '2027-28', '2028-29']);
    expect(yearsFromTo('2026-27', '2026-27')).toEqual(['2026-27']);
    expect(yearsFromTo('2026-27', '2025-26')).toEqual(['2026-27']);
  });
});
