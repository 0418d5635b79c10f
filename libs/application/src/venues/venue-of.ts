import { venueStream } from '@linking/events/streams.js';
import type { VenueEventData } from '@linking/events/venue/venue-events.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { EventWriter } from '../commands/event-writer.js';
import { recordedFact } from '../commands/recorded-facts.js';

export type KnownVenue = VenueEventData['VenueAdded'];

/** The venue in the register of one of these programmes; another programme's does not exist for them. */
export async function venueOf(
  { store }: EventWriter,
  venueId: string,
  programmes: readonly (string | undefined)[],
): Promise<KnownVenue | undefined> {
  const [first] = await store.readStream(venueStream(venueId), { limit: 1 });
  const venue = first && (recordedFact(first).data as KnownVenue);
  return venue !== undefined && programmes.includes(venue.programme) ? venue : undefined;
}

/** Throws VENUE_UNKNOWN unless one of these programmes has the venue. */
export async function checkVenue(
  writer: EventWriter,
  venueId: string | undefined,
  programmes: readonly (string | undefined)[],
): Promise<void> {
  if (venueId === undefined || (await venueOf(writer, venueId, programmes)) !== undefined) return;
  throw new Refusal('VENUE_UNKNOWN', 'This venue is not in the register of venues of the programme.', {
    nextStep: 'Choose one of the list of venues, or add the venue first.',
  });
}
