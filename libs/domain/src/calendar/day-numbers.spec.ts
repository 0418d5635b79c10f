import { Temporal } from 'temporal-polyfill';
import { dayNumber, dayOf, mondayOf, weekdayOf } from './day-numbers.js';

describe('numbers of days', () => {
  it('count from 1 January 1970', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('1969-12-31')).toBe(-1);
    expect(dayOf(0)).toBe('1970-01-01');
  });

  it('agree with the calendar on every day of four centuries, and back again', () => {
    const [first, last] = [dayNumber('1899-12-31'), dayNumber('2300-01-02')];
    expect(last - first).toBe(Temporal.PlainDate.from('1899-12-31').until('2300-01-02').days);
    const days = Array.from({ length: last - first + 1 }, (_, index) => dayOf(first + index));
    const strays = days.filter(
      (day, index) => dayNumber(day) !== first + index || day <= (days[index - 1] ?? ''),
    );
    expect(strays).toEqual([]);
  });

  it('know the weekday, before 1970 too', () => {
    for (const day of ['1969-12-29', '1970-01-01', '2024-02-29', '2026-11-23', '2027-03-28']) {
      expect(weekdayOf(dayNumber(day))).toBe(Temporal.PlainDate.from(day).dayOfWeek);
    }
    expect(dayOf(mondayOf(dayNumber('2027-03-28')))).toBe('2027-03-22');
    expect(dayOf(mondayOf(dayNumber('2027-03-22')))).toBe('2027-03-22');
  });
});
