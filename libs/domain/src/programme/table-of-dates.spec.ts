import { readTermDates, TermDatesUnreadable, typedDay } from './term-dates-file.js';

const table = (...rows: readonly string[]) => readTermDates(['what,from,to', ...rows].join('\n'), '2026-27');

function trouble(text: string) {
  try {
    readTermDates(text, '2026-27');
  } catch (error) {
    if (error instanceof TermDatesUnreadable) return [error.name, error.line, error.sentence];
    throw error;
  }
  return [];
}

describe('a table of dates, as spreadsheets write it', () => {
  it('may part its cells by semicolons or tabs, put them in quotes and leave lines empty', () => {
    const rows = ['\uFEFF"What";FROM;to', '', ' "INSET day" ;1/9/2026; 2.9.2026 ', ';;'];
    for (const text of [rows.join('\r\n'), rows.join('\n').replaceAll(';', '\t')]) {
      expect(readTermDates(text, '2026-27').taken).toEqual([
        { line: 3, words: 'INSET day', from: '2026-09-01', to: '2026-09-02' },
      ]);
    }
  });

  it('keeps the quotes that are part of the words', () => {
    const rows = ['INSET "all schools",2026-11-13,', '"INSET" for all,2026-11-20,'];
    expect(table(...rows).taken.map(({ words }) => words)).toEqual([
      'INSET "all schools"',
      '"INSET" for all',
    ]);
  });

  it('may name its first day in the first column, and no last one', () => {
    expect(readTermDates('from,what\n2026-11-13,INSET', '2026-27').taken).toEqual([
      { line: 2, words: 'INSET', from: '2026-11-13', to: '2026-11-13' },
    ]);
  });

  it.each([
    ['', 1],
    ['what,to\nINSET,2026-11-13', 1],
    ['from,to\n2026-11-13,', 1],
    ['\n\nname,day', 3],
  ])('without its columns is refused: %j', (text, line) => {
    expect(trouble(text)).toEqual([
      'TermDatesUnreadable',
      line,
      'The first line names the columns what, from and to; or send the calendar (.ics) of your council.',
    ]);
  });

  it.each([
    ['\nwhat,from,to', 2, 'No dates follow the first line.'],
    ['what,from,to\nINSET,13/11/2026,12/11/2026', 2, '2026-11-12 comes before 2026-11-13.'],
    ['what,from,to\nINSET,,', 2, '"" is not a day, such as 26/10/2026.'],
    ['what,from\nINSET', 2, '"" is not a day, such as 26/10/2026.'],
  ])('is refused with its line: %j', (text, line, sentence) => {
    expect(trouble(text)).toEqual(['TermDatesUnreadable', line, sentence]);
  });

  it('has days as people type them', () => {
    expect(['1/9/2026', '01.09.2026', '1 9 2026', '2026-09-01'].map((day) => typedDay(day, 1))).toEqual(
      Array<string>(4).fill('2026-09-01'),
    );
    for (const day of [
      'x1/9/2026',
      '1/9/20266',
      '2026',
      '2026-09',
      'x2026-09-01',
      '2026-09-01x',
      '30/2/2027',
    ]) {
      expect(() => typedDay(day, 7)).toThrow(`Line 7: "${day}" is not a day, such as 26/10/2026.`);
    }
    expect(() => typedDay('9'.repeat(41), 1)).toThrow(`Line 1: "${'9'.repeat(40)}" is not a day`);
  });
});
