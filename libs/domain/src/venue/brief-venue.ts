import type { VenueEvent } from '@linking/events/venue/venue-events.js';
import { dayAndMonth } from '../calendar/words.js';
import { Refusal } from '../refusal.js';

/** The people at the venue were told of the programme. The same day again is no error; another day is another talk. */
export function briefVenue(
  on: string,
  { briefings }: { readonly briefings: readonly string[] },
  today: string,
): readonly VenueEvent[] {
  if (briefings.includes(on)) return [];
  if (on > today) {
    throw new Refusal('DATE_IN_FUTURE', `${dayAndMonth(on)} is in the future; record it from that day.`, {
      nextStep: 'Change the day.',
    });
  }
  return [{ type: 'VenueBriefed', data: { on } }];
}
