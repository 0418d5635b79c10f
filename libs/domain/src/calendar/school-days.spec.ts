import fc from 'fast-check';
import { dayNumber, dayOf, isWeekend, written } from './day-numbers.js';
import {
  addSchoolDays,
  addWorkingDays,
  closureName,
  isSchoolDay,
  isWorkingDay,
  nationalCalendar,
  schoolDayOnOrAfter,
  schoolDayOnOrBefore,
  termWeek,
  type SchoolCalendar,
} from './school-days.js';

const academicYear = (first: number) => `${first}-${String((first + 1) % 100).padStart(2, '0')}`;
const daysOf = (first: number) => {
  const start = dayNumber(written(first, 9, 1));
  return Array.from({ length: dayNumber(written(first + 1, 9, 1)) - start }, (_, i) => dayOf(start + i));
};
const aDay = fc.integer({ min: dayNumber('2015-09-01'), max: dayNumber('2046-08-31') }).map(dayOf);
const aCount = fc.integer({ min: -60, max: 60 });

describe('the national terms', () => {
  it('of 2026-27 are as councils publish them', () => {
    expect(nationalCalendar('2026-27').terms).toEqual([
      {
        name: 'autumn',
        firstDay: '2026-09-02',
        lastDay: '2026-12-18',
        halfTerm: { from: '2026-10-26', to: '2026-10-30' },
      },
      {
        name: 'spring',
        firstDay: '2027-01-04',
        lastDay: '2027-03-25',
        halfTerm: { from: '2027-02-15', to: '2027-02-19' },
      },
      {
        name: 'summer',
        firstDay: '2027-04-12',
        lastDay: '2027-07-22',
        halfTerm: { from: '2027-05-31', to: '2027-06-04' },
      },
    ]);
  });

  it.each([
    ['2017-18', '2018-01-08', '2018-03-29', '2018-04-16', '2018-05-28'],
    ['2021-22', '2022-01-04', '2022-04-08', '2022-04-25', '2022-05-30'],
    ['2022-23', '2023-01-03', '2023-03-31', '2023-04-17', '2023-05-29'],
    ['2023-24', '2024-01-08', '2024-03-28', '2024-04-15', '2024-05-27'],
    ['2024-25', '2025-01-06', '2025-04-04', '2025-04-22', '2025-05-26'],
    ['2025-26', '2026-01-05', '2026-03-27', '2026-04-13', '2026-05-25'],
    ['2048-49', '2049-01-04', '2049-04-02', '2049-04-20', '2049-05-31'],
  ])('of %s had their usual spring and Easter', (year, springFrom, springTo, summerFrom, halfTerm) => {
    const [, spring, summer] = nationalCalendar(year).terms;
    expect([spring.firstDay, spring.lastDay, summer.firstDay, summer.halfTerm.from]).toEqual([
      springFrom,
      springTo,
      summerFrom,
      halfTerm,
    ]);
  });

  it('close no school but in the holidays', () => {
    expect(nationalCalendar('2026-27')).toMatchObject({ closedDays: [], furtherBankHolidays: [] });
  });

  it('follow the late May bank holiday into June', () => {
    expect(nationalCalendar('2011-12').terms[2].halfTerm).toEqual({ from: '2012-06-04', to: '2012-06-08' });
  });

  it.each(Array.from({ length: 2045 - 2015 }, (_, index) => 2015 + index))(
    'from September %i have the days of a school year, and begin and end on school days',
    (first) => {
      const open = daysOf(first).filter((day) => isSchoolDay(day));
      expect(open.length).toBeGreaterThanOrEqual(192);
      expect(open.length).toBeLessThanOrEqual(197);
      expect(open.every((day) => !isWeekend(dayNumber(day)))).toBe(true);
      for (const { firstDay, lastDay } of nationalCalendar(academicYear(first)).terms) {
        expect([closureName(firstDay), closureName(lastDay)]).toEqual([undefined, undefined]);
      }
    },
  );
});

describe('school days', () => {
  it('are those on which nothing closes the schools', () => {
    expect(closureName('2026-11-23')).toBeUndefined();
    expect(closureName('2026-11-21')).toBe('Saturday');
    expect(closureName('2027-03-28')).toBe('Easter holidays');
    expect(closureName('2027-03-14')).toBe('Sunday');
    expect(closureName('2026-10-28')).toBe('Autumn half-term');
    expect(closureName('2027-02-17')).toBe('Spring half-term');
    expect(closureName('2027-06-01')).toBe('Summer half-term');
    expect(closureName('2026-12-24')).toBe('Christmas holidays');
    expect(closureName('2026-12-28')).toBe('Boxing Day (substitute day)');
    expect(closureName('2027-03-26')).toBe('Good Friday');
    expect(closureName('2027-05-03')).toBe('Early May bank holiday');
    expect(closureName('2026-09-01')).toBe('Summer holidays');
    expect(closureName('2027-08-31')).toBe('Summer holidays');
  });

  it('lie before and after a closed day', () => {
    expect(schoolDayOnOrBefore('2026-11-22')).toBe('2026-11-20');
    expect(schoolDayOnOrAfter('2026-11-22')).toBe('2026-11-23');
    expect(schoolDayOnOrBefore('2027-08-15')).toBe('2027-07-22');
    expect(schoolDayOnOrAfter('2026-08-01')).toBe('2026-09-02');
    expect(schoolDayOnOrAfter('2026-11-23')).toBe('2026-11-23');
  });

  it('are counted from the day after', () => {
    expect(addSchoolDays('2026-10-19', 10)).toBe('2026-11-09');
    expect(addSchoolDays('2026-10-23', 1)).toBe('2026-11-02');
    expect(addSchoolDays('2026-11-02', -1)).toBe('2026-10-23');
    expect(addSchoolDays('2026-11-22', 0)).toBe('2026-11-22');
    expect(addSchoolDays('2027-07-20', 10)).toBe(addSchoolDays('2027-07-22', 8));
  });

  it('of a programme are its own', () => {
    const own: SchoolCalendar = {
      ...nationalCalendar('2026-27'),
      closedDays: [{ from: '2026-11-23', to: '2026-11-24', name: 'INSET days' }],
      furtherBankHolidays: [{ day: '2026-11-25', name: 'Day of thanks' }],
    };
    expect(closureName('2026-11-24', own)).toBe('INSET days');
    expect(closureName('2026-11-20', own)).toBeUndefined();
    expect(closureName('2026-11-25', own)).toBe('Day of thanks');
    expect(addSchoolDays('2026-11-20', 1, own)).toBe('2026-11-26');
    expect(isWorkingDay('2026-11-24', own)).toBe(true);
    expect(addWorkingDays('2026-11-24', 1, own)).toBe('2026-11-26');
    expect(closureName('2027-11-24', own)).toBeUndefined();
  });

  it('go on the longer, the more of them are added, and never overtake each other', () => {
    fc.assert(
      fc.property(aDay, aDay, aCount, (x, y, n) => {
        const [early, late] = x < y ? [x, y] : [y, x];
        expect(addSchoolDays(early, n) <= addSchoolDays(late, n)).toBe(true);
        expect(addSchoolDays(x, n) < addSchoolDays(x, n + 1)).toBe(true);
      }),
    );
  });

  it('can be counted back to where one came from', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 60 }), (day, n) => {
        const from = schoolDayOnOrAfter(day);
        expect(addSchoolDays(addSchoolDays(from, n), -n)).toBe(from);
        expect(isSchoolDay(addSchoolDays(day, n))).toBe(true);
      }),
    );
  });

  it('are working days too', () => {
    fc.assert(fc.property(aDay, (day) => !isSchoolDay(day) || isWorkingDay(day)));
  });
});

describe('working days', () => {
  it('are weekdays without bank holidays, also in the school holidays', () => {
    expect(isWorkingDay('2026-10-28')).toBe(true);
    expect(isWorkingDay('2026-10-31')).toBe(false);
    expect(isWorkingDay('2026-12-28')).toBe(false);
    expect(addWorkingDays('2026-12-24', 1)).toBe('2026-12-29');
    expect(addWorkingDays('2026-12-29', -1)).toBe('2026-12-24');
  });
});

describe('the week of term', () => {
  it('is counted from the first day, without half-term', () => {
    expect(termWeek('2026-09-02')).toEqual({ term: 'autumn', week: 1 });
    expect(termWeek('2026-10-23')).toEqual({ term: 'autumn', week: 8 });
    expect(termWeek('2026-10-28')).toBeUndefined();
    expect(termWeek('2026-11-23')).toEqual({ term: 'autumn', week: 12 });
    expect(termWeek('2026-11-29')).toEqual({ term: 'autumn', week: 12 });
    expect(termWeek('2026-12-18')).toEqual({ term: 'autumn', week: 15 });
    expect(termWeek('2026-12-21')).toBeUndefined();
    expect(termWeek('2027-01-04')).toEqual({ term: 'spring', week: 1 });
    expect(termWeek('2027-04-12')).toEqual({ term: 'summer', week: 1 });
    expect(termWeek('2027-08-02')).toBeUndefined();
    const [autumn, spring, summer] = nationalCalendar('2026-27').terms;
    const toMonday: SchoolCalendar = {
      ...nationalCalendar('2026-27'),
      terms: [{ ...autumn, lastDay: '2026-12-21' }, spring, summer],
    };
    expect(termWeek('2026-12-21', toMonday)).toEqual({ term: 'autumn', week: 16 });
  });
});
