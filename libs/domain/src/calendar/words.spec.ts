import { dayAndMonth, fullDate, weekday, yearText } from './words.js';

describe('dates in words', () => {
  it('are English and day first', () => {
    expect(dayAndMonth('2026-09-09')).toBe('9 September');
    expect(fullDate('2026-09-09')).toBe('9 September 2026');
    expect(weekday('2027-03-28')).toBe('Sunday');
    expect(yearText('2026-27')).toBe('2026–27');
  });

  it('never invent a day that is not known', () => {
    for (const words of [dayAndMonth, fullDate]) {
      expect(words('2026-09')).toBe('September 2026');
      expect(words('2026')).toBe('2026');
      expect(words('before-import')).toBe('before the import');
    }
  });
});
