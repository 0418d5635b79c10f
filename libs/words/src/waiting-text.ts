import { addDays } from '@linking/domain/calendar/london.js';
import { isWorkingDay } from '@linking/domain/calendar/school-days.js';
import { counted } from './format.js';

/** Working days after the first day, up to and with today. */
export function workingDaysWaited(since: string, today: string): number {
  let days = 0;
  for (let day = addDays(since, 1); day <= today; day = addDays(day, 1)) if (isWorkingDay(day)) days += 1;
  return days;
}

/** `today`, `3 working days`, `6 weeks (29 working days)`. */
export function waitingText(since: string, today: string): string {
  const working = workingDaysWaited(since, today);
  if (since >= today) return 'since today';
  const words = counted(working, 'working day');
  const weeks = Math.floor((Date.parse(today) - Date.parse(since)) / (7 * 86_400_000));
  return weeks < 2 ? words : `${counted(weeks, 'week')} (${words})`;
}
