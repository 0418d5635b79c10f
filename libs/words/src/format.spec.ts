import {
  academicYear,
  counted,
  dayAndMonth,
  fullDay,
  fullMoment,
  longDay,
  shortDay,
  shortMoment,
  weekdayDay,
  phoneNumber,
} from './format.js';

describe('dates as people read them', () => {
  it('writes a day with its day first', () => {
    expect(shortDay('2026-09-09')).toBe('9 Sept');
    expect(longDay('2026-09-09')).toBe('9 September 2026');
    expect(fullDay('2026-11-26')).toBe('Thursday 26 November 2026');
    expect(weekdayDay('2027-03-28')).toBe('Sun 28 Mar');
    expect(dayAndMonth('2026-12-03')).toEqual({ date: '3', month: 'Dec' });
  });

  it('shows a month, a year or words of imported history as they are known', () => {
    expect(shortDay('2025-06')).toBe('Jun 2025');
    expect(longDay('2025-06')).toBe('June 2025');
    expect(fullDay('2025')).toBe('2025');
    expect(weekdayDay('before the import')).toBe('before the import');
  });

  it('tells moments in London time, winter and summer', () => {
    expect(shortMoment('2026-11-23T09:00:00.000Z')).toBe('Mon 23 Nov, 09:00');
    expect(fullMoment('2026-06-30T23:30:00.000Z')).toBe('Wednesday 1 July 2026, 00:30');
  });

  it('names an academic year by both its years', () => {
    expect(academicYear('2026')).toBe('2026–27');
    expect(academicYear('1999')).toBe('1999–00');
    expect(academicYear('2026-27')).toBe('2026–27');
  });

  it('counts one pupil and two pupils', () => {
    expect([counted(1, 'pupil'), counted(2, 'pupil'), counted(1063, 'class', 'classes')]).toEqual([
      '1 pupil',
      '2 pupils',
      '1,063 classes',
    ]);
  });

  it('writes a telephone number in groups', () => {
    expect(['01632960022', '02079460018', '01134960123', '07700900123'].map(phoneNumber)).toEqual([
      '01632 960022',
      '020 7946 0018',
      '0113 496 0123',
      '07700 900123',
    ]);
    expect(['01632 960022', '+44 1632 960022', '123'].map(phoneNumber)).toEqual([
      '01632 960022',
      '+44 1632 960022',
      '123',
    ]);
  });
});
