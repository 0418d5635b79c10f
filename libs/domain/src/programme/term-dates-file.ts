import type { AvoidedKind, ClosureKind, TermDates } from '@linking/events/programme/programme-events.js';
import { yearEnd, yearStart } from '../calendar/academic-year.js';
import { addDays, isPossibleDate } from '../calendar/london.js';
import { nationalCalendar, type Days, type TermName } from '../calendar/school-calendar.js';
import { isWorkingDay } from '../calendar/school-days.js';

/** A file that cannot be read as a whole: what is wrong, and in which line. */
export class TermDatesUnreadable extends Error {
  override readonly name = 'TermDatesUnreadable';

  constructor(
    readonly line: number,
    readonly sentence: string,
  ) {
    super(`Line ${line}: ${sentence}`);
  }
}

/** Something that a file says of days, with the words it uses. */
export interface DatedWords extends Days {
  readonly line: number;
  readonly words: string;
}

export interface TermDatesRead {
  readonly dates: TermDates;
  /** What was understood. */
  readonly taken: readonly DatedWords[];
  /** Of another year, or in words that say nothing of terms. */
  readonly leftOut: readonly DatedWords[];
}

/**
 * The term dates of one academic year from a calendar (.ics) or a CSV file with the columns `what`, `from` and `to`. Where the
 * file is silent, what is known already stays; without that, the national defaults. Throws {@link TermDatesUnreadable}.
 */
export function readTermDates(text: string, academicYear: string, known?: TermDates): TermDatesRead {
  const isCalendar = text.trimStart().toUpperCase().startsWith('BEGIN:VCALENDAR');
  const items = isCalendar ? calendarItems(text) : tableItems(text);
  const inYear = ({ from, to }: Days) => from >= yearStart(academicYear) && to <= yearEnd(academicYear);
  const understood = items.filter(inYear).flatMap((item) => {
    const meaning = meaningOf(item);
    return meaning === undefined ? [] : [{ item, meaning }];
  });
  const taken = understood.map(({ item }) => item);
  return {
    dates: understood.reduce(withItem, emptyDates(academicYear, known)),
    taken,
    leftOut: items.filter((item) => !taken.includes(item)),
  };
}

const emptyDates = (academicYear: string, known: TermDates | undefined): TermDates => ({
  academicYear,
  terms: known?.terms ?? nationalCalendar(academicYear).terms,
  closedDays: [],
  daysToAvoid: [],
});

type Meaning =
  | { readonly kind: 'term' | 'half-term' | 'term-begins' | 'term-ends'; readonly term: TermName }
  | { readonly kind: 'holidays'; readonly after: 'autumn' | 'spring' }
  | { readonly kind: 'closed'; readonly closure: ClosureKind }
  | { readonly kind: 'avoid'; readonly avoided: AvoidedKind };

/** What English councils write in their calendars. */
function meaningOf({ words, from }: DatedWords): Meaning | undefined {
  const said = words.toLowerCase();
  if (/\b(inset|training day|professional development|non[- ]pupil)/.test(said))
    return { kind: 'closed', closure: 'inset' };
  if (/half[- ]?term/.test(said)) return { kind: 'half-term', term: termNamed(said) ?? termOfMonth(from) };
  if (/christmas (school )?holiday|winter break/.test(said)) return { kind: 'holidays', after: 'autumn' };
  if (/easter (school )?holiday|spring break/.test(said)) return { kind: 'holidays', after: 'spring' };
  const term = termNamed(said);
  if (term !== undefined && /begin|start|open/.test(said)) return { kind: 'term-begins', term };
  if (term !== undefined && /end|close|finish/.test(said)) return { kind: 'term-ends', term };
  if (term !== undefined && said.includes('term')) return { kind: 'term', term };
  if (/\bsats\b/.test(said)) return { kind: 'avoid', avoided: 'sats' };
  if (/adha/.test(said)) return { kind: 'avoid', avoided: 'eid-al-adha' };
  if (/fitr/.test(said)) return { kind: 'avoid', avoided: 'eid-al-fitr' };
  if (/diwali/.test(said)) return { kind: 'avoid', avoided: 'diwali' };
  if (/avoid/.test(said)) return { kind: 'avoid', avoided: 'other' };
  if (/closed|closure/.test(said)) return { kind: 'closed', closure: 'closed' };
  return /local holiday/.test(said) ? { kind: 'closed', closure: 'holiday' } : undefined;
}

const termNamed = (said: string): TermName | undefined =>
  (['autumn', 'spring', 'summer'] as const).find((name) => said.includes(name));

function termOfMonth(day: string): TermName {
  const month = day.slice(5, 7);
  if (month >= '09') return 'autumn';
  return month <= '03' ? 'spring' : 'summer';
}

function withItem(
  dates: TermDates,
  { item: { from, to }, meaning }: { readonly item: DatedWords; readonly meaning: Meaning },
): TermDates {
  switch (meaning.kind) {
    case 'term':
      return withTerm(dates, meaning.term, { firstDay: from, lastDay: to });
    case 'term-begins':
      return withTerm(dates, meaning.term, { firstDay: from });
    case 'term-ends':
      return withTerm(dates, meaning.term, { lastDay: to });
    case 'half-term':
      return withTerm(dates, meaning.term, { halfTerm: { from, to } });
    case 'holidays': {
      const next = meaning.after === 'autumn' ? 'spring' : 'summer';
      const before = withTerm(dates, meaning.after, { lastDay: workingDay(addDays(from, -1), -1) });
      return withTerm(before, next, { firstDay: workingDay(addDays(to, 1), 1) });
    }
    case 'closed':
      return { ...dates, closedDays: [...dates.closedDays, { from, to, kind: meaning.closure }] };
    case 'avoid':
      return { ...dates, daysToAvoid: [...dates.daysToAvoid, { from, to, kind: meaning.avoided }] };
  }
}

function withTerm(dates: TermDates, name: TermName, what: Partial<TermDates['terms'][number]>): TermDates {
  const changed = (term: TermDates['terms'][number]) => (term.name === name ? { ...term, ...what } : term);
  const [autumn, spring, summer] = dates.terms;
  return { ...dates, terms: [changed(autumn), changed(spring), changed(summer)] };
}

const workingDay = (day: string, step: 1 | -1): string =>
  isWorkingDay(day) ? day : workingDay(addDays(day, step), step);

/** The all-day and timed events of a calendar, RFC 5545: lines that begin with a space go on from the line before. */
function calendarItems(text: string): readonly DatedWords[] {
  const items: DatedWords[] = [];
  let event: { line: number; from?: string; to?: string; words?: string } | undefined;
  for (const { line, text: content } of unfolded(text)) {
    const [, name = '', value = ''] = /^([A-Za-z-]+)(?:;[^:]*)?:(.*)/.exec(content) ?? [];
    switch (name.toUpperCase()) {
      case 'BEGIN':
        if (value.toUpperCase() === 'VEVENT') event = { line };
        break;
      case 'SUMMARY':
        if (event)
          event.words = value
            .replace(/\\([,;\\])/g, '$1')
            .replace(/\\n/gi, ' ')
            .trim();
        break;
      case 'DTSTART':
        if (event) event.from = calendarDay(value, line);
        break;
      case 'DTEND': {
        // The end of all-day events is the day after the last one.
        const end = calendarDay(value, line);
        if (event) event.to = value.includes('T') ? end : addDays(end, -1);
        break;
      }
      case 'RRULE':
        throw new TermDatesUnreadable(
          line,
          'This event repeats. Write each of its days as an event of its own.',
        );
      case 'END': {
        if (value.toUpperCase() !== 'VEVENT' || event === undefined) break;
        const { from, words = '' } = event;
        if (from === undefined) {
          throw new TermDatesUnreadable(event.line, 'This event has no first day (DTSTART).');
        }
        const to = event.to ?? from;
        if (to < from)
          throw new TermDatesUnreadable(event.line, `This event ends on ${to}, before it begins.`);
        items.push({ line: event.line, from, to, words });
        event = undefined;
        break;
      }
    }
  }
  if (event !== undefined)
    throw new TermDatesUnreadable(event.line, 'This event does not end: the file is cut off.');
  if (items.length === 0) throw new TermDatesUnreadable(1, 'The calendar has no events.');
  return items;
}

function unfolded(text: string): readonly { readonly line: number; readonly text: string }[] {
  const lines: { line: number; text: string }[] = [];
  for (const [index, one] of text.split(/\r?\n/).entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(one) && last !== undefined) last.text += one.slice(1);
    else lines.push({ line: index + 1, text: one });
  }
  return lines;
}

function calendarDay(value: string, line: number): string {
  const day = /^(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?$/.exec(value.trim())?.slice(1, 4).join('-') ?? '';
  if (isPossibleDate(day)) return day;
  throw new TermDatesUnreadable(line, `"${value.slice(0, 40)}" is not a day, such as 20261026.`);
}

/** `what,from,to` with a day as 2026-10-26 or 26/10/2026; without `to` it is one day. */
function tableItems(text: string): readonly DatedWords[] {
  const rows = text
    .split(/\r?\n/)
    .map((row, index) => ({ line: index + 1, cells: cellsOf(row) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [header = { line: 1, cells: [] }, ...items] = rows;
  const names = header.cells.map((cell) => cell.toLowerCase());
  const [what, from, to] = ['what', 'from', 'to'].map((name) => names.indexOf(name)) as [
    number,
    number,
    number,
  ];
  if (what < 0 || from < 0) {
    throw new TermDatesUnreadable(
      header.line,
      'The first line names the columns what, from and to; or send the calendar (.ics) of your council.',
    );
  }
  if (items.length === 0) throw new TermDatesUnreadable(header.line, 'No dates follow the first line.');
  return items.map(({ line, cells }) => {
    const first = typedDay(cells[from] ?? '', line);
    const last = (cells[to] ?? '') === '' ? first : typedDay(cells[to] ?? '', line);
    if (last < first) throw new TermDatesUnreadable(line, `${last} comes before ${first}.`);
    return { line, words: cells[what] ?? '', from: first, to: last };
  });
}

/** A mark before the first cell goes with its blanks. */
const cellsOf = (row: string): readonly string[] =>
  row.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));

/** A day as people type it. Throws {@link TermDatesUnreadable}. */
export function typedDay(text: string, line: number): string {
  const written = text.replace(
    /^(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})$/,
    (_, day: string, month: string, year: string) =>
      `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
  if (written.length === '2026-10-26'.length && isPossibleDate(written)) return written;
  throw new TermDatesUnreadable(line, `"${text.slice(0, 40)}" is not a day, such as 26/10/2026.`);
}
