import { partOfDay, roomSentence } from '@linking/domain/link/venue-room.js';
import type { SummaryRow } from '../../pages/components/summary-list.js';
import { weekdayDay } from '@linking/words/format.js';
import type { FormContext } from './command-form.js';

const SHOWN = 12;

/** Where others meet already, so that nobody plans for a venue that is full: by day, half day and venue. */
export function bookedVenues({ venues, diary, link }: FormContext): readonly SummaryRow[] {
  const counts = new Map<string, { readonly on: string; readonly sentence: string }>();
  const others = diary.filter(({ ref }) => ref !== link.ref);
  for (const { venueId, on, startsAt } of others) {
    const venue = venues.find(({ id }) => id === venueId);
    if (venue === undefined) continue;
    const part = partOfDay(startsAt ?? '');
    const booked = others.filter(
      (one) => one.venueId === venueId && one.on === on && partOfDay(one.startsAt ?? '') === part,
    );
    counts.set(`${on} ${part} ${venue.id}`, { on, sentence: roomSentence(venue, booked.length, part) });
  }
  return [...counts.values()]
    .slice(0, SHOWN)
    .map(({ on, sentence }) => ({ key: `Booked ${weekdayDay(on)}`, value: sentence }));
}
