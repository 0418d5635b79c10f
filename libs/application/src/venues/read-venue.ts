import type { EventStore } from '@linking/events/event-store.js';
import { venueStream } from '@linking/events/streams.js';
import type { VenueEvent } from '@linking/events/venue/venue-events.js';
import { foldVenue, type Venue } from '@linking/projections/venues/venues.js';
import { recordedFacts } from '../commands/recorded-facts.js';

/** A venue as its own stream tells it, or `undefined`. */
export async function readVenue(store: EventStore, id: string): Promise<Venue | undefined> {
  const stored = await store.readStream(venueStream(id));
  return recordedFacts<VenueEvent & { readonly revision: number }>(stored).reduce<Venue | undefined>(
    (venue, fact) => foldVenue(venue, fact, fact),
    undefined,
  );
}
