import type { EventBus } from '@nestjs/cqrs';
import { venueStream } from '@linking/events/streams.js';
import type { Venue } from '@linking/projections/venues/venues.js';
import { NotFound } from '../accounts/access-errors.js';
import { ChangedBySomeoneElse } from '../changed-by-someone-else.js';
import type { EventWriter } from '../commands/event-writer.js';
import { LogGrew } from '../commands/log-grew.js';
import { admit, type Sender } from '../commands/sender.js';
import { venueHistory, type VenueHistory } from './read-venue.js';

interface VenueChange {
  readonly venueId: string;
  readonly sender: Sender;
  /** What the sender saw; anything when absent. */
  readonly expectedRevision?: number;
}

type Decided = Parameters<EventWriter['append']>[2];

/** The venue with what is decided of it; decided again when somebody else appended in between. */
export function changeVenue(
  writer: EventWriter,
  eventBus: EventBus,
  { venueId, sender, expectedRevision }: VenueChange,
  decide: (venue: Venue, facts: VenueHistory['facts']) => Decided,
): Promise<Venue> {
  return writer.decidingAgain(async () => {
    const { venue, facts, stored } = await venueHistory(writer.store, venueId);
    if (venue === undefined) throw new NotFound();
    const onBehalf = admit(sender, venue.programme);
    if (facts.some(({ commandId }) => commandId === sender.commandId)) return venue;
    if (expectedRevision !== undefined && expectedRevision !== venue.revision) {
      throw new ChangedBySomeoneElse(venue.revision, null, facts.slice(expectedRevision));
    }
    const decided = decide(venue, facts);
    if (decided.length === 0) return venue;
    await writer.append(venueStream(venueId), stored, decided, sender, onBehalf);
    eventBus.publish(new LogGrew());
    const { venue: changed } = await venueHistory(writer.store, venueId);
    if (changed === undefined) throw new Error(`Venue ${venueId} was appended to but cannot be read`);
    return changed;
  });
}
