import { londonDay, londonTime } from '@linking/domain/calendar/london.js';

const MONTHS = [
  ['Jan', 'January'],
  ['Feb', 'February'],
  ['Mar', 'March'],
  ['Apr', 'April'],
  ['May', 'May'],
  ['Jun', 'June'],
  ['Jul', 'July'],
  ['Aug', 'August'],
  ['Sept', 'September'],
  ['Oct', 'October'],
  ['Nov', 'November'],
  ['Dec', 'December'],
] as const;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^(\d{4})-(\d{2})$/;

/** `9 Sept`, for lists where the year is plain. A month, a year or words are shown as they are known. */
export function shortDay(day: string): string {
  return written(day, (year, month, date) => `${date} ${monthName(month, 'short')}`, 'short');
}

/** `9 September 2026`. */
export function longDay(day: string): string {
  return written(day, (year, month, date) => `${date} ${monthName(month, 'long')} ${year}`, 'long');
}

/** `Thursday 26 November 2026`. */
export function fullDay(day: string): string {
  return DAY.test(day) ? `${weekday(day)} ${longDay(day)}` : longDay(day);
}

/** `Thu 26 Nov`. */
export function weekdayDay(day: string): string {
  return DAY.test(day) ? `${weekday(day).slice(0, 3)} ${shortDay(day)}` : shortDay(day);
}

/** `26` and `Nov`, for a date tile. */
export function dayAndMonth(day: string): { readonly date: string; readonly month: string } {
  const [, , month = '', date = ''] = DAY.exec(day) ?? [];
  return { date: date === '' ? '–' : String(Number(date)), month: monthName(month, 'short') };
}

/** `Mon 23 Nov, 09:00` of an instant, in London. */
export function shortMoment(instant: string): string {
  return `${weekdayDay(londonDay(instant))}, ${londonTime(instant)}`;
}

/** `23 November 2026, 09:00` of an instant, in London. */
export function longMoment(instant: string): string {
  return `${longDay(londonDay(instant))}, ${londonTime(instant)}`;
}

/** `Monday 23 November 2026, 09:00` of an instant, in London. */
export function fullMoment(instant: string): string {
  return `${fullDay(londonDay(instant))}, ${londonTime(instant)}`;
}

/** `2026–27` for the academic year `2026`. */
export function academicYear(year: string): string {
  const start = Number(year.slice(0, 4));
  return `${start}–${String((start + 1) % 100).padStart(2, '0')}`;
}

/** `1 pupil`, `2 pupils`, `1,063 classes`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

function written(
  day: string,
  whole: (year: string, month: string, date: number) => string,
  length: 'short' | 'long',
): string {
  const [, year, month, date] = DAY.exec(day) ?? [];
  if (year !== undefined && month !== undefined) return whole(year, month, Number(date));
  const [, yearOnly, monthOnly] = MONTH.exec(day) ?? [];
  return yearOnly !== undefined && monthOnly !== undefined
    ? `${monthName(monthOnly, length)} ${yearOnly}`
    : day;
}

function monthName(month: string, length: 'short' | 'long'): string {
  return MONTHS[Number(month) - 1]?.[length === 'short' ? 0 : 1] ?? '';
}

function weekday(day: string): string {
  return WEEKDAYS[new Date(`${day}T12:00:00Z`).getUTCDay()] ?? '';
}

/** `01632 960022` as people read a number of the register; any other shape stays as it is. */
export function phoneNumber(digits: string): string {
  const [, area = '', middle = '', end = ''] =
    /^(02\d)(\d{4})(\d{4})$/.exec(digits) ??
    /^(011\d|01\d1|03\d\d|08\d\d)(\d{3})(\d{4})$/.exec(digits) ??
    /^(0[17]\d{3})()(\d{6})$/.exec(digits) ??
    [];
  return area === '' ? digits : [area, middle, end].filter((part) => part !== '').join(' ');
}
