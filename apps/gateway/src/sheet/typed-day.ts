import { firstYearOf } from '@linking/domain/calendar/academic-year.js';
import { addDays, isPossibleDate } from '@linking/domain/calendar/london.js';
import { weekday } from '@linking/domain/calendar/words.js';
import { longDay } from '@linking/words/format.js';

/** What somebody typed in a cell. */
export type Typed =
  | { readonly kind: 'nothing' }
  /** A dash: the step is left out. */
  | { readonly kind: 'skip' }
  /** `guessed`: the year was not typed. */
  | { readonly kind: 'day'; readonly day: string; readonly guessed: boolean }
  | { readonly kind: 'unreadable'; readonly sentence: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[ ,.]+/;
const NUMBERS = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?\.?$/;
const WORDS = /^(\d{1,2})(?:st|nd|rd|th)?[ .\-/]*([a-z]{3,9})\.?(?:[ \-/]*(\d{4}|\d{2}))?$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/**
 * Reads a day as people type it in a spreadsheet, day before month.
 * @param in.early the step may lie before September: a year that was not typed is then that of the spring before
 */
export function readTyped(
  text: string,
  { year, today, early }: { readonly year: string; readonly today: string; readonly early: boolean },
): Typed {
  const words = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  if (words === '') return { kind: 'nothing' };
  if (/^[-–—]$|^skip(ped)?$/.test(words)) return { kind: 'skip' };
  if (words === 'today') return { kind: 'day', day: today, guessed: false };
  if (words === 'yesterday') return { kind: 'day', day: addDays(today, -1), guessed: false };
  const said = WEEKDAY.exec(words)?.[1];
  const parts = partsOf(words.replace(WEEKDAY, ''));
  if (parts === undefined) return unreadable('Type a day such as 27/11, 27 Nov, 27.11.2026 or today.');
  const { date, month } = parts;
  const full = parts.year ?? yearOfMonth(month, year, early);
  const day = `${full}-${two(month)}-${two(date)}`;
  if (!isPossibleDate(day)) return unreadable(`There is no such day as ${text.trim()}.`);
  if (said !== undefined && !weekday(day).toLowerCase().startsWith(said)) {
    return unreadable(`${longDay(day)} is a ${weekday(day)}.`);
  }
  const first = firstYearOf(year);
  if (full < first - 1 || full > first + 2) {
    return unreadable(`${longDay(day)} is far from the year of this link. Is the year right?`);
  }
  return { kind: 'day', day, guessed: parts.year === undefined };
}

interface Parts {
  readonly date: number;
  readonly month: number;
  readonly year?: number;
}

function partsOf(words: string): Parts | undefined {
  const iso = ISO.exec(words);
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), date: Number(iso[3]) };
  const [, date, number, year] = NUMBERS.exec(words) ?? [];
  if (date !== undefined && number !== undefined)
    return { date: Number(date), month: Number(number), ...yearPart(year) };
  const [, dated, name = '', named] = WORDS.exec(words) ?? [];
  const month = MONTHS.findIndex((one) => name.startsWith(one)) + 1;
  return dated === undefined || month === 0 ? undefined : { date: Number(dated), month, ...yearPart(named) };
}

const yearPart = (digits: string | undefined) =>
  digits === undefined ? {} : { year: Number(digits.length === 2 ? `20${digits}` : digits) };

/** September to December lie in the first calendar year; so do April to August for what comes before the year begins. */
function yearOfMonth(month: number, year: string, early: boolean): number {
  const first = firstYearOf(year);
  return month >= (early ? 4 : 9) ? first : first + 1;
}

const two = (number: number) => String(number).padStart(2, '0');
const unreadable = (sentence: string): Typed => ({ kind: 'unreadable', sentence });
