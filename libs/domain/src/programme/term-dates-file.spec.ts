import { readTermDates, TermDatesUnreadable } from './term-dates-file.js';

const calendar = (...events: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n');
const event = (from: string, to: string, words: string) =>
  [
    'BEGIN:VEVENT',
    `DTSTART;VALUE=DATE:${from}`,
    `DTEND;VALUE=DATE:${to}`,
    `SUMMARY:${words}`,
    'END:VEVENT',
  ].join('\r\n');

function trouble(text: string): string {
  try {
    readTermDates(text, '2026-27');
  } catch (error) {
    if (error instanceof TermDatesUnreadable) return error.message;
    throw error;
  }
  return 'read';
}

describe('the calendar of a council', () => {
  it('gives half-terms, holidays, INSET days and days to avoid', () => {
    const { dates, leftOut } = readTermDates(
      calendar(
        event('20260903', '20260904', 'Autumn term begins'),
        event('20261019', '20261031', 'Half term'),
        event('20261219', '20270104', 'Christmas holidays'),
        event('20270104', '20270105', 'INSET day \\(all schools\\, no pupils\\)'),
        event('20270310', '20270311', 'Eid al-Fitr'),
        event('20270613', '20270614', 'Summer fair'),
        event('20280103', '20280104', 'INSET day'),
      ),
      '2026-27',
    );
    const [autumn, spring] = dates.terms;
    expect(autumn).toEqual({
      name: 'autumn',
      firstDay: '2026-09-03',
      lastDay: '2026-12-18',
      halfTerm: { from: '2026-10-19', to: '2026-10-30' },
    });
    expect(spring.firstDay).toBe('2027-01-04');
    expect(dates.closedDays).toEqual([{ from: '2027-01-04', to: '2027-01-04', kind: 'inset' }]);
    expect(dates.daysToAvoid).toEqual([{ from: '2027-03-10', to: '2027-03-10', kind: 'eid-al-fitr' }]);
    expect(leftOut.map(({ words }) => words)).toEqual(['Summer fair', 'INSET day']);
  });

  it('may fold its long lines', () => {
    const folded = 'BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261\r\n 109\r\nSUMMARY:INSET\r\n  day\r\nEND:VEVENT';
    expect(readTermDates(calendar(folded), '2026-27').dates.closedDays).toEqual([
      { from: '2026-11-09', to: '2026-11-09', kind: 'inset' },
    ]);
  });

  it('says in which line it cannot be read', () => {
    expect(trouble(calendar(event('20261399', '20261014', 'INSET day')))).toBe(
      'Line 4: "20261399" is not a day, such as 20261026.',
    );
    expect(trouble(calendar('BEGIN:VEVENT', 'SUMMARY:INSET day', 'END:VEVENT'))).toBe(
      'Line 3: This event has no first day (DTSTART).',
    );
    expect(trouble(calendar('BEGIN:VEVENT', 'DTSTART:20261109', 'RRULE:FREQ=DAILY', 'END:VEVENT'))).toContain(
      'Line 5: ',
    );
    expect(trouble(calendar())).toBe('Line 1: The calendar has no events.');
  });
});

describe('a table of dates', () => {
  it('has the columns what, from and to, in any order', () => {
    const { dates } = readTermDates(
      'to,from,what\n30/10/2026,2026-10-26,Autumn half-term\n,13/11/2026,INSET day\n',
      '2026-27',
    );
    expect(dates.terms[0].halfTerm).toEqual({ from: '2026-10-26', to: '2026-10-30' });
    expect(dates.closedDays).toEqual([{ from: '2026-11-13', to: '2026-11-13', kind: 'inset' }]);
  });

  it('says in which line it cannot be read', () => {
    expect(trouble('what,from,to\nINSET day,13/11/2026,\nINSET day,31/9/2026,')).toBe(
      'Line 3: "31/9/2026" is not a day, such as 26/10/2026.',
    );
    expect(trouble('name,day\nINSET,2026-11-13')).toContain('Line 1: The first line names the columns');
    expect(trouble('')).toContain('Line 1: ');
  });
});
