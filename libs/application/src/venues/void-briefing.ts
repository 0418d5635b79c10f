import { Inject } from '@nestjs/common';
import { Command, CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import { voidBriefing } from '@linking/domain/venue/brief-venue.js';
import { venueStream } from '@linking/events/streams.js';
import type { Venue } from '@linking/projections/venues/venues.js';
import { NotFound } from '../accounts/access-errors.js';
import { ChangedBySomeoneElse } from '../changed-by-someone-else.js';
import { EventWriter } from '../commands/event-writer.js';
import { LogGrew } from '../commands/log-grew.js';
import { admit, type Sender } from '../commands/sender.js';
import { venueHistory } from './read-venue.js';

/** The people at a venue were not briefed on this day after all. */
export class VoidBriefing extends Command<Venue> {
  constructor(
    readonly venueId: string,
    readonly mistake: { readonly on: string; readonly reasonCode: string },
    readonly sender: Sender,
    /** What the sender saw; anything when absent. */
    readonly expectedRevision?: number,
  ) {
    super();
  }
}

@CommandHandler(VoidBriefing)
export class VoidBriefingHandler implements ICommandHandler<VoidBriefing> {
  constructor(
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  execute(command: VoidBriefing): Promise<Venue> {
    return this.writer.decidingAgain(() => this.#once(command));
  }

  async #once({ venueId, mistake, sender, expectedRevision }: VoidBriefing): Promise<Venue> {
    const { venue, facts, stored } = await venueHistory(this.writer.store, venueId);
    if (venue === undefined) throw new NotFound();
    const onBehalf = admit(sender, venue.programme);
    if (facts.some(({ commandId }) => commandId === sender.commandId)) return venue;
    if (expectedRevision !== undefined && expectedRevision !== venue.revision) {
      throw new ChangedBySomeoneElse(venue.revision, null, facts.slice(expectedRevision));
    }
    const decided = voidBriefing(mistake, venue, facts);
    if (decided.length === 0) return venue;
    await this.writer.append(venueStream(venueId), stored, decided, sender, onBehalf);
    this.eventBus.publish(new LogGrew());
    const { venue: mended } = await venueHistory(this.writer.store, venueId);
    if (mended === undefined) throw new Error(`Venue ${venueId} was appended to but cannot be read`);
    return mended;
  }
}
