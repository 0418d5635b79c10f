import Holidays from 'date-holidays';
import { bankHolidays, easterSunday } from './bank-holidays.js';
import { dayNumber, isWeekend } from './day-numbers.js';

const years = Array.from({ length: 2045 - 2013 + 1 }, (_, index) => 2013 + index);

describe('bank holidays of England', () => {
  it.each(years)('of %i are those of the holidays library, which also lists the weekends', (year) => {
    const oracle = new Holidays('GB', 'ENG')
      .getHolidays(year)
      .filter(({ type }) => type === 'public' || type === 'bank')
      .map(({ date }) => date.slice(0, 10))
      .filter((day) => !isWeekend(dayNumber(day)));
    expect(bankHolidays(year).map(({ day }) => day)).toEqual([...new Set(oracle)].toSorted());
  });

  it('have the names of the government’s list', () => {
    expect(bankHolidays(2026)).toEqual([
      { day: '2026-01-01', name: "New Year's Day" },
      { day: '2026-04-03', name: 'Good Friday' },
      { day: '2026-04-06', name: 'Easter Monday' },
      { day: '2026-05-04', name: 'Early May bank holiday' },
      { day: '2026-05-25', name: 'Spring bank holiday' },
      { day: '2026-08-31', name: 'Summer bank holiday' },
      { day: '2026-12-25', name: 'Christmas Day' },
      { day: '2026-12-28', name: 'Boxing Day (substitute day)' },
    ]);
  });

  const named = (year: number) => bankHolidays(year).map(({ day, name }) => `${day.slice(5)} ${name}`);

  it('at a weekend are kept on the next working days', () => {
    expect(named(2021).slice(-2)).toEqual([
      '12-27 Christmas Day (substitute day)',
      '12-28 Boxing Day (substitute day)',
    ]);
    expect(named(2022).slice(-2)).toEqual(['12-26 Boxing Day', '12-27 Christmas Day (substitute day)']);
    expect(named(2022)[0]).toBe("01-03 New Year's Day (substitute day)");
    expect(named(2023)[0]).toBe("01-02 New Year's Day (substitute day)");
  });

  it('were moved and added by proclamation', () => {
    expect(named(2012)).toEqual(
      expect.arrayContaining(['06-04 Spring bank holiday', '06-05 Diamond Jubilee of Queen Elizabeth II']),
    );
    expect(named(2012)).toHaveLength(9);
    expect(named(2020)).toContain('05-08 Early May bank holiday');
    expect(named(2020)).toHaveLength(8);
    expect(named(2022)).toEqual(
      expect.arrayContaining([
        '06-02 Spring bank holiday',
        '06-03 Platinum Jubilee of Queen Elizabeth II',
        '09-19 State funeral of Queen Elizabeth II',
      ]),
    );
    expect(named(2022)).toHaveLength(10);
    expect(named(2023)).toContain('05-08 Coronation of King Charles III');
  });

  it('follow Easter through the years, early and late', () => {
    const easters = {
      1981: '04-19',
      2000: '04-23',
      2008: '03-23',
      2019: '04-21',
      2027: '03-28',
      2038: '04-25',
    };
    for (const [year, day] of Object.entries(easters)) {
      expect(easterSunday(Number(year))).toBe(`${year}-${day}`);
    }
  });
});
