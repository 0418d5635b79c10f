import { nationalCalendar } from '../calendar/school-calendar.js';
import { sameWeekOf } from './same-week.js';

const [was, will] = [nationalCalendar('2026-27'), nationalCalendar('2027-28')];

describe('the day that is suggested for a session of the year before', () => {
  it('is the same weekday of the same week of the school year', () => {
    // Week 5 from 31 August 2026, and from 30 August 2027.
    expect(sameWeekOf('2026-10-01', was, will)).toBe('2027-09-30');
    expect(sameWeekOf('2027-01-28', was, will)).toBe('2028-01-27');
  });

  it('moves to the next school day when schools are closed', () => {
    const closed = [{ from: '2027-09-30', to: '2027-09-30', name: 'INSET day' }];
    expect(sameWeekOf('2026-10-01', was, { ...will, closedDays: closed })).toBe('2027-10-01');
    const halfTerm = sameWeekOf('2026-10-20', was, {
      ...will,
      terms: [
        { ...will.terms[0], halfTerm: { from: '2027-10-18', to: '2027-10-22' } },
        will.terms[1],
        will.terms[2],
      ],
    });
    expect(halfTerm).toBe('2027-10-25');
  });

  it('stays within the year when its last day is closed', () => {
    const { lastDay } = will.terms[2];
    const closed = [{ from: lastDay, to: lastDay, name: 'INSET day' }];
    const [, , { lastDay: was27 }] = was.terms;
    expect([was27, lastDay]).toEqual(['2027-07-22', '2028-07-21']);
    expect(sameWeekOf(was27, was, { ...will, closedDays: closed })).toBe('2028-07-20');
    const early = [{ from: '2028-07-19', to: lastDay, name: 'Schools closed' }];
    expect(sameWeekOf('2027-07-21', was, { ...will, closedDays: early })).toBe('2028-07-18');
  });

  it('stays within the year', () => {
    const early = { ...will.terms[2], lastDay: '2028-07-14' };
    const shorter = { ...will, terms: [will.terms[0], will.terms[1], early] as const };
    expect(sameWeekOf('2027-07-21', was, shorter)).toBe('2028-07-14');
  });
});
