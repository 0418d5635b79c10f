import type { VenueEvent, VenueEventData } from '@linking/events/venue/venue-events.js';
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

/**
 * A briefing that was written down by mistake, or under a wrong day, counts no more. Taken out twice is once.
 * @param facts everything that was said of the venue
 */
export function voidBriefing(
  { on, reasonCode }: VenueEventData['VenueBriefingVoided'],
  { briefings }: { readonly briefings: readonly string[] },
  facts: readonly VenueEvent[],
): readonly VenueEvent[] {
  if (briefings.includes(on)) return [{ type: 'VenueBriefingVoided', data: { on, reasonCode } }];
  if (facts.some(({ type, data }) => type === 'VenueBriefed' && data.on === on)) return [];
  throw new Refusal('ENTRY_NOT_FOUND', `No briefing of ${dayAndMonth(on)} is recorded.`, {
    nextStep: 'Look at the venue: it says on which days they were briefed.',
  });
}
