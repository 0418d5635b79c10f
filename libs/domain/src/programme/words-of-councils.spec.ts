import { readTermDates, TermDatesUnreadable } from './term-dates-file.js';

const calendar = (...lines: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
/** All day, to the day before `to`, as calendars write it. */
const event = (from: string, to: string, words: string) =>
  [
    'BEGIN:VEVENT',
    `DTSTART;VALUE=DATE:${from}`,
    `DTEND;VALUE=DATE:${to}`,
    `SUMMARY:${words}`,
    'END:VEVENT',
  ].join('\r\n');
const read = (...lines: readonly string[]) => readTermDates(calendar(...lines), '2026-27');
const table = (...rows: readonly string[]) => readTermDates(['what,from,to', ...rows].join('\n'), '2026-27');
const national = table('INSET,2026-11-13,').dates.terms;

function trouble(text: string) {
  try {
    readTermDates(text, '2026-27');
  } catch (error) {
    if (error instanceof TermDatesUnreadable) return [error.name, error.line, error.sentence];
    throw error;
  }
  return [];
}

describe('what councils write of their terms', () => {
  it.each([
    ['Summer term', 2, { firstDay: '2027-04-13', lastDay: '2027-07-20' }],
    ['Summer half term', 2, { halfTerm: { from: '2027-04-13', to: '2027-07-20' } }],
    ['Summer term begins', 2, { firstDay: '2027-04-13' }],
    ['Schools open for summer', 2, { firstDay: '2027-04-13' }],
    ['Start of summer term', 2, { firstDay: '2027-04-13' }],
    ['End of summer term', 2, { lastDay: '2027-07-20' }],
    ['Schools close for summer', 2, { lastDay: '2027-07-20' }],
    ['Summer term finishes', 2, { lastDay: '2027-07-20' }],
  ] as const)('“%s” is about the summer term', (words, index, said) => {
    const { dates, leftOut } = read(event('20270413', '20270721', words));
    expect(leftOut).toEqual([]);
    expect(dates.terms[index]).toEqual({ ...national[index], ...said });
    expect([dates.terms[0], dates.terms[1]]).toEqual([national[0], national[1]]);
    expect([dates.closedDays, dates.daysToAvoid]).toEqual([[], []]);
  });

  it.each([
    ['Half-term', '2026-09-01', 0],
    ['Half term', '2026-10-26', 0],
    ['Halfterm', '2027-02-15', 1],
    ['Half term holiday', '2027-03-31', 1],
    ['Half-term', '2027-05-31', 2],
  ] as const)('“%s” on %s is that of its term', (words, day, index) => {
    const { dates } = table(`${words},${day},`);
    expect(dates.terms[index].halfTerm).toEqual({ from: day, to: day });
    expect(dates.terms.filter(({ halfTerm }) => halfTerm.from === day)).toHaveLength(1);
  });

  it.each([
    ['Christmas holiday', 0, 1],
    ['Christmas school holidays', 0, 1],
    ['Winter break', 0, 1],
    ['Easter holidays', 1, 2],
    ['Easter school holiday', 1, 2],
    ['Spring break', 1, 2],
  ] as const)('“%s” ends a term before it and begins one after it', (words, before, after) => {
    // Saturday 6 to Sunday 21 March 2027: school ends on the Friday before and begins on the Monday after.
    const { dates } = table(`${words},2027-03-06,2027-03-21`);
    expect(dates.terms[before].lastDay).toBe('2027-03-05');
    expect(dates.terms[after].firstDay).toBe('2027-03-22');
  });

  it('holidays from a Monday to a Friday leave the weekend out', () => {
    const { dates } = table('Easter holidays,2027-03-08,2027-03-19');
    expect([dates.terms[1].lastDay, dates.terms[2].firstDay]).toEqual(['2027-03-05', '2027-03-22']);
  });

  it.each([
    ['INSET day', 'inset'],
    ['Staff training day', 'inset'],
    ['Professional development', 'inset'],
    ['Non-pupil day', 'inset'],
    ['Non pupil day', 'inset'],
    ['Schools closed', 'closed'],
    ['Closure for elections', 'closed'],
    ['Local holiday', 'holiday'],
  ])('“%s” closes the schools', (words, kind) => {
    expect(table(`${words},2026-11-13,2026-11-16`).dates.closedDays).toEqual([
      { from: '2026-11-13', to: '2026-11-16', kind },
    ]);
  });

  it.each([
    ['SATs', 'sats'],
    ['Eid al-Adha', 'eid-al-adha'],
    ['Eid al-Fitr', 'eid-al-fitr'],
    ['Diwali', 'diwali'],
    ['Day to avoid', 'other'],
  ])('“%s” is better avoided', (words, kind) => {
    expect(table(`${words},2026-11-13,`).dates.daysToAvoid).toEqual([
      { from: '2026-11-13', to: '2026-11-13', kind },
    ]);
  });

  it.each([
    'Summer fair',
    'Satsuma day',
    'Holiday',
    'Parents evening',
    'Schools reopen',
    'Weekend',
    'Term dates are on our website',
  ])('“%s” says nothing of terms', (words) => {
    const { dates, taken, leftOut } = table(`${words},2026-11-13,`);
    expect([taken, leftOut.map((it) => it.words)]).toEqual([[], [words]]);
    expect([dates.terms, dates.closedDays, dates.daysToAvoid]).toEqual([national, [], []]);
  });

  it('lies in the year from its first day to its last', () => {
    const days = ['2026-08-31', '2026-09-01', '2027-07-31', '2027-08-01'];
    const { taken, leftOut } = table(...days.map((day) => `Closed,${day},`));
    expect(taken.map(({ from }) => from)).toEqual(['2026-09-01', '2027-07-31']);
    expect(leftOut.map(({ from }) => from)).toEqual(['2026-08-31', '2027-08-01']);
  });

  it('goes on from what was known: the terms stay, closed days are said anew', () => {
    const known = table('Summer term begins,2027-04-20,', 'INSET,2026-11-13,').dates;
    const { dates } = readTermDates('what,from\nINSET,2026-11-20', '2026-27', known);
    expect(dates.terms[2].firstDay).toBe('2027-04-20');
    expect(dates.closedDays).toEqual([{ from: '2026-11-20', to: '2026-11-20', kind: 'inset' }]);
  });
});

describe('the calendar of a council, as programs write it', () => {
  it('may begin with a mark or an empty line, end its lines in one character, and use small letters', () => {
    const text = ['BEGIN:VCALENDAR', event('20261113', '20261114', 'INSET'), 'END:VCALENDAR'].join('\r\n');
    for (const one of [
      text,
      `\uFEFF${text}`,
      `\n${text}`,
      `  ${text}`,
      text.replaceAll('\r\n', '\n'),
      text.replace(/^[A-Z]+:/gm, (name) => name.toLowerCase()),
    ]) {
      expect(readTermDates(one, '2026-27').dates.closedDays).toEqual([
        { from: '2026-11-13', to: '2026-11-13', kind: 'inset' },
      ]);
    }
  });

  it('may have times: an event ends on the day of its end', () => {
    const timed = [
      'BEGIN:VEVENT',
      'DTSTART:20261113T090000Z',
      'DTEND:20261113T150000',
      'SUMMARY:INSET',
      'END:VEVENT',
    ];
    expect(read(...timed).taken).toEqual([{ line: 3, from: '2026-11-13', to: '2026-11-13', words: 'INSET' }]);
  });

  it('has words with commas, semicolons and new lines in them', () => {
    expect(read(event('20261113', '20261114', ' INSET\\, all\\; \\nschools ')).taken[0]?.words).toBe(
      'INSET, all;  schools',
    );
    expect(read('BEGIN:VEVENT', 'DTSTART:20261113', 'END:VEVENT').leftOut[0]?.words).toBe('');
  });

  it('says other things too, which are passed over', () => {
    const { taken } = read(
      'SUMMARY:Calendar of the council',
      'DTSTART:20260901',
      'DTEND:20260902',
      'END:VEVENT',
      'BEGIN:VTIMEZONE',
      'END:VTIMEZONE',
      event('20261113', '20261114', 'INSET'),
      'BEGIN:VEVENT',
      'DTSTART:20261120 ',
      'BEGIN:VALARM',
      'END:VALARM',
      'SUMMARY:Training day',
      'X_SUMMARY:what another program calls it',
      'END:VEVENT',
    );
    expect(taken.map(({ from, words }) => [from, words])).toEqual([
      ['2026-11-13', 'INSET'],
      ['2026-11-20', 'Training day'],
    ]);
  });

  it.each([
    [
      calendar('BEGIN:VEVENT', 'RRULE:FREQ=DAILY'),
      4,
      'This event repeats. Write each of its days as an event of its own.',
    ],
    [calendar(event('20261113', '20261113', 'INSET')), 3, 'This event ends on 2026-11-12, before it begins.'],
    [calendar('BEGIN:VEVENT', 'DTEND:20261113', 'END:VEVENT'), 3, 'This event has no first day (DTSTART).'],
    [calendar('BEGIN:VEVENT', 'DTSTART:20261113'), 3, 'This event does not end: the file is cut off.'],
    [calendar(), 1, 'The calendar has no events.'],
    [calendar('BEGIN:VEVENT', 'DTSTART:13 November'), 4, '"13 November" is not a day, such as 20261026.'],
    [calendar('BEGIN:VEVENT', 'DTSTART:120261113'), 4, '"120261113" is not a day, such as 20261026.'],
    [calendar('BEGIN:VEVENT', 'DTSTART:20261113T09'), 4, '"20261113T09" is not a day, such as 20261026.'],
    [
      calendar('BEGIN:VEVENT', `DTSTART:${'9'.repeat(41)}`),
      4,
      `"${'9'.repeat(40)}" is not a day, such as 20261026.`,
    ],
  ])('is refused with its line: %#', (text, line, sentence) => {
    expect(trouble(text)).toEqual(['TermDatesUnreadable', line, sentence]);
  });
});
