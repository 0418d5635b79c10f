import { addDays, londonDay } from '../calendar/london.js';
import { lastDayOf } from '../calendar/loose-days.js';
import type { Entry } from './link.js';
import { isMarker } from './markers.js';

/** Written down later than this many days after it happened: the entry says so wherever it is shown or counted. */
const LATE_DAYS = 14;

/**
 * Whether an entry was written down late, by the day on which it counts now. A month or a year is looked at from its
 * last day; what was before the import has no day that could be late, and a marker comes with its fact.
 */
export function isEnteredLate({ event, corrected }: Pick<Entry, 'event' | 'corrected'>): boolean {
  if (isMarker(event)) return false;
  const last = lastDayOf((corrected ?? event).occurredOn);
  const recorded = londonDay(event.recordedAt);
  // Nearly every entry is written down on its day, and that is told without counting days.
  return last !== undefined && last < recorded && addDays(last, LATE_DAYS) < recorded;
}

/** The entries that count and were written down late. */
export const lateEntries = (entries: readonly Entry[]): readonly Entry[] =>
  entries.filter((entry) => !entry.voided && isEnteredLate(entry));
