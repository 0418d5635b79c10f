import { Inject } from '@nestjs/common';
import { Command, CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import { isPossibleDate } from '@linking/domain/calendar/london.js';
import { Refusal } from '@linking/domain/refusal.js';
import { briefVenue } from '@linking/domain/venue/brief-venue.js';
import type { Venue } from '@linking/projections/venues/venues.js';
import { EventWriter } from '../commands/event-writer.js';
import type { Sender } from '../commands/sender.js';
import { changeVenue } from './change-venue.js';

/** The people at a venue were told of the programme, on this day or today. */
export class BriefVenue extends Command<Venue> {
  constructor(
    readonly venueId: string,
    readonly on: string | undefined,
    readonly sender: Sender,
    /** What the sender saw; anything when absent. */
    readonly expectedRevision?: number,
  ) {
    super();
  }
}

@CommandHandler(BriefVenue)
export class BriefVenueHandler implements ICommandHandler<BriefVenue> {
  constructor(
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  execute(command: BriefVenue): Promise<Venue> {
    return changeVenue(this.writer, this.eventBus, command, (venue) => {
      const today = this.writer.today();
      const day = command.on ?? today;
      if (day.length !== 10 || !isPossibleDate(day)) {
        throw new Refusal('DATE_NOT_KNOWN', `${day} is not a day; write it as ${today}.`, {
          nextStep: 'Change the day.',
        });
      }
      return briefVenue(day, venue, today).map((fact) => ({ ...fact, occurredOn: day }));
    });
  }
}
