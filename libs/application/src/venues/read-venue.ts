import type { StoredEvent, StreamReader } from '@linking/events/event-store.js';
import { venueStream } from '@linking/events/streams.js';
import type { VenueEvent } from '@linking/events/venue/venue-events.js';
import { foldVenue, type Venue } from '@linking/projections/venues/venues.js';
import { recordedFacts, type RecordedFact } from '../commands/recorded-facts.js';

type VenueFact = VenueEvent & Omit<RecordedFact, 'type' | 'data'>;

/** A venue with everything that its own stream tells. */
export interface VenueHistory {
  readonly venue: Venue | undefined;
  readonly facts: readonly VenueFact[];
  readonly stored: readonly StoredEvent[];
}

export async function venueHistory(store: StreamReader, id: string): Promise<VenueHistory> {
  const stored = await store.readStream(venueStream(id));
  const facts = recordedFacts<VenueFact>(stored);
  const venue = facts.reduce<Venue | undefined>((known, fact) => foldVenue(known, fact, fact), undefined);
  return { venue, facts, stored };
}

/** A venue as its own stream tells it, or `undefined`. */
export const readVenue = async (store: StreamReader, id: string): Promise<Venue | undefined> =>
  (await venueHistory(store, id)).venue;
