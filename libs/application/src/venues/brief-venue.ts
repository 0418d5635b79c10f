import { Inject } from '@nestjs/common';
import { Command, CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import { isPossibleDate } from '@linking/domain/calendar/london.js';
import { Refusal } from '@linking/domain/refusal.js';
import { briefVenue } from '@linking/domain/venue/brief-venue.js';
import { venueStream } from '@linking/events/streams.js';
import type { Venue } from '@linking/projections/venues/venues.js';
import { NotFound } from '../accounts/access-errors.js';
import { ChangedBySomeoneElse } from '../changed-by-someone-else.js';
import { EventWriter } from '../commands/event-writer.js';
import { LogGrew } from '../commands/log-grew.js';
import { admit, type Sender } from '../commands/sender.js';
import { venueHistory } from './read-venue.js';

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
    return this.writer.decidingAgain(() => this.#once(command));
  }

  async #once({ venueId, on, sender, expectedRevision }: BriefVenue): Promise<Venue> {
    const { venue, facts, stored } = await venueHistory(this.writer.store, venueId);
    if (venue === undefined) throw new NotFound();
    const onBehalf = admit(sender, venue.programme);
    if (facts.some(({ commandId }) => commandId === sender.commandId)) return venue;
    if (expectedRevision !== undefined && expectedRevision !== venue.revision) {
      throw new ChangedBySomeoneElse(venue.revision, null, facts.slice(expectedRevision));
    }
    const today = this.writer.today();
    const day = on ?? today;
    if (day.length !== 10 || !isPossibleDate(day)) {
      throw new Refusal('DATE_NOT_KNOWN', `${day} is not a day; write it as ${today}.`, {
        nextStep: 'Change the day.',
      });
    }
    const decided = briefVenue(day, venue, today);
    if (decided.length === 0) return venue;
    const dated = decided.map((fact) => ({ ...fact, occurredOn: day }));
    await this.writer.append(venueStream(venueId), stored, dated, sender, onBehalf);
    this.eventBus.publish(new LogGrew());
    const { venue: briefed } = await venueHistory(this.writer.store, venueId);
    if (briefed === undefined) throw new Error(`Venue ${venueId} was appended to but cannot be read`);
    return briefed;
  }
}
