import { Inject } from '@nestjs/common';
import { Command, CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import { voidBriefing } from '@linking/domain/venue/brief-venue.js';
import type { Venue } from '@linking/projections/venues/venues.js';
import { EventWriter } from '../commands/event-writer.js';
import type { Sender } from '../commands/sender.js';
import { changeVenue } from './change-venue.js';

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
    return changeVenue(this.writer, this.eventBus, command, (venue, facts) =>
      voidBriefing(command.mistake, venue, facts),
    );
  }
}
