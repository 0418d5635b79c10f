import { nationalCalendar } from './school-calendar.js';
import { termsAhead } from './terms-ahead.js';

const ahead = (today: string) =>
  termsAhead(today, nationalCalendar).map(({ name, from, to }) => [name, from, to].join(' '));

describe('the terms ahead', () => {
  it('begin today in term, and each next one when the one before ends', () => {
    expect(ahead('2026-11-23')).toEqual([
      'autumn 2026-11-23 2026-12-18',
      'spring 2026-12-19 2027-03-25',
      'summer 2027-03-26 2027-07-31',
    ]);
  });

  it('are those to come when today is a holiday', () => {
    expect(ahead('2026-12-27')[0]).toBe('spring 2026-12-27 2027-03-25');
  });

  it('are those of the next year in August', () => {
    expect(ahead('2027-08-05').map((term) => term.split(' ')[1])).toEqual([
      '2027-09-02',
      '2027-12-18',
      expect.anything(),
    ]);
    expect(termsAhead('2027-07-31', nationalCalendar)).toHaveLength(1);
  });
});
