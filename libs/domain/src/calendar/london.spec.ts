import {
  addDays,
  endOfLondonDay,
  isPossibleDate,
  londonDay,
  londonInstant,
  londonTime,
  utcInstant,
} from './london.js';

describe('days and times in London', () => {
  it.each([
    ['2026-11-23T23:59:59.999Z', '2026-11-23', '23:59'],
    ['2026-07-01T22:59:59.999Z', '2026-07-01', '23:59'],
    ['2026-07-01T23:00:00.000Z', '2026-07-02', '00:00'],
    ['2027-03-28T00:59:59.999Z', '2027-03-28', '00:59'],
    ['2027-03-28T01:00:00.000Z', '2027-03-28', '02:00'],
    ['2026-10-25T00:30:00.000Z', '2026-10-25', '01:30'],
    ['2026-10-25T01:30:00.000Z', '2026-10-25', '01:30'],
  ])('%s is %s at %s', (instant, day, time) => {
    expect(londonDay(instant)).toBe(day);
    expect(londonTime(instant)).toBe(time);
  });

  it('a wall-clock time is an hour earlier in summer; one that the clocks skip moves forward', () => {
    expect(londonInstant('2026-11-23', '09:00')).toBe('2026-11-23T09:00:00.000Z');
    expect(londonInstant('2026-07-01', '09:00')).toBe('2026-07-01T08:00:00.000Z');
    expect(londonInstant('2027-03-28', '01:30')).toBe('2027-03-28T01:30:00.000Z');
    expect(londonInstant('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00.000Z');
  });

  it.each([
    ['2026-11-23', '2026-11-23T23:59:59.999Z'],
    ['2026-07-01', '2026-07-01T22:59:59.999Z'],
    ['2027-03-28', '2027-03-28T22:59:59.999Z'],
    ['2027-03-27', '2027-03-27T23:59:59.999Z'],
    ['2026-10-25', '2026-10-25T23:59:59.999Z'],
    ['2026-10-24', '2026-10-24T22:59:59.999Z'],
  ])('%s ends at %s', (day, instant) => {
    expect(endOfLondonDay(day)).toBe(instant);
  });

  it('counts days across months, years and the change of clocks', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(addDays('2027-03-27', 2)).toBe('2027-03-29');
  });

  it('writes every instant as the log writes it', () => {
    expect(utcInstant('2026-07-01T09:00+01:00')).toBe('2026-07-01T08:00:00.000Z');
    expect(utcInstant('2026-07-01T08:00:00Z')).toBe('2026-07-01T08:00:00.000Z');
  });

  it('knows which dates something may have happened on', () => {
    expect(['2026', '2026-11', '2026-11-30', '2028-02-29'].every(isPossibleDate)).toBe(true);
    const impossible = [
      '2026-13',
      '2026-02-29',
      '2026-11-31',
      '2026-00-10',
      '26-11-01',
      '31/9/26',
      '20261130',
      '2026-11-30T10:00',
      '12026',
      '12026-11',
      '+002026-11',
      '+002026-11-30',
      '2026-11-301',
      'tbc',
      '',
    ];
    expect(impossible.map(isPossibleDate)).toEqual(impossible.map(() => false));
  });
});
