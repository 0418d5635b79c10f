import { readTyped } from './typed-day.js';

const inYear = { year: '2026-27', today: '2026-11-30', early: false };
const day = (text: string, more: Partial<typeof inYear> = {}) => {
  const typed = readTyped(text, { ...inYear, ...more });
  return typed.kind === 'day' ? typed.day : typed.kind;
};

describe('a day that is typed in a cell', () => {
  it.each([
    '27/11',
    '27.11.',
    '27-11',
    '27/11/26',
    '27.11.2026',
    '27 Nov',
    '27nov',
    '27th November',
    '27 NOV 2026',
    'Fri 27 Nov',
    '2026-11-27',
  ])('is the same whether somebody writes it as %s', (text) => {
    expect(day(text)).toBe('2026-11-27');
  });

  it('lies in the academic year of the link when no year is typed', () => {
    expect([day('1/9'), day('31/12'), day('1/1'), day('15/7')]).toEqual([
      '2026-09-01',
      '2026-12-31',
      '2027-01-01',
      '2027-07-15',
    ]);
  });

  it('lies in the summer before for what comes before the year begins', () => {
    expect([
      day('22 June', { early: true }),
      day('9/9', { early: true }),
      day('8/1', { early: true }),
    ]).toEqual(['2026-06-22', '2026-09-09', '2027-01-08']);
  });

  it('may be today or yesterday, nothing, or a dash for a step that is skipped', () => {
    expect([day('Today'), day('yesterday'), day('  '), day('–'), day('skip')]).toEqual([
      '2026-11-30',
      '2026-11-29',
      'nothing',
      'skip',
      'skip',
    ]);
  });

  it.each([
    ['31/9/26', 'There is no such day as 31/9/26.'],
    ['tbc', 'Type a day such as 27/11, 27 Nov, 27.11.2026 or today.'],
    ['13/25', 'There is no such day as 13/25.'],
    ['Monday 27 Nov', '27 November 2026 is a Friday.'],
    ['27/11/1926', '27 November 1926 is far from the year of this link. Is the year right?'],
    ['=1+1', 'Type a day such as 27/11, 27 Nov, 27.11.2026 or today.'],
  ])('is refused with a sentence when it is %s', (text, sentence) => {
    expect(readTyped(text, inYear)).toEqual({ kind: 'unreadable', sentence });
  });
});
