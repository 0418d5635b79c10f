import { addDays } from '@linking/domain/calendar/london.js';
import { longDay, weekdayDay } from '@linking/words/format.js';

/** Whole days from one `YYYY-MM-DD` to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** `today`, `tomorrow`, `in 4 days`. */
export function soonText(day: string, today: string, first: 'small' | 'capital' = 'small'): string {
  const days = daysBetween(today, day);
  const text = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
  return first === 'small' ? text : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** The days of the week that a day lies in, Monday first. */
export function weekOf(day: string): readonly string[] {
  const sinceMonday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
  return Array.from({ length: 7 }, (_, index) => addDays(day, index - sinceMonday));
}

/** `Mon`. */
export const weekdayName = (day: string) => weekdayDay(day).slice(0, 3);

/** `on Thu 1 Oct`; `in October 2026` or `before the import` where the day is not known. */
export function onDay(day: string): string {
  if (day === 'before-import') return 'before the import';
  return day.length === 10 ? `on ${weekdayDay(day)}` : `in ${longDay(day)}`;
}
