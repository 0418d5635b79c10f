import { Inject } from '@nestjs/common';
import { Command, CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import { derivedId } from '@linking/events/event-ids.js';
import { venueStream } from '@linking/events/streams.js';
import type { Venue } from '@linking/projections/venues/venues.js';
import { EventWriter } from '../commands/event-writer.js';
import { Keeping } from '../commands/keeping.js';
import { LogGrew } from '../commands/log-grew.js';
import { admit, type Sender } from '../commands/sender.js';
import { noteKey } from '../notes/notes.js';
import { POOL } from '../ports.js';
import { namedProgramme } from '../programmes/read-programme.js';
import { readVenue } from './read-venue.js';

export interface VenueInBody {
  readonly programme: string;
  readonly name: string;
  readonly postcode: string;
  readonly linksAtOnce: number;
  readonly contact?: string;
  /** Where mails about meetings there go. */
  readonly email?: string;
  readonly activities?: readonly string[];
}

export class AddVenue extends Command<Venue> {
  constructor(
    readonly venue: VenueInBody,
    readonly sender: Sender,
  ) {
    super();
  }
}

@CommandHandler(AddVenue)
export class AddVenueHandler implements ICommandHandler<AddVenue> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  async execute(command: AddVenue): Promise<Venue> {
    const keeping = new Keeping(this.pool, this.writer, command.sender);
    return keeping.deciding(() => this.#once(command, keeping));
  }

  async #once({ venue, sender }: AddVenue, keeping: Keeping): Promise<Venue> {
    const onBehalf = admit(sender, venue.programme);
    await namedProgramme(this.writer.store, venue.programme);
    const venueId = derivedId(sender.commandId, 'venue');
    const before = await this.#read(venueId);
    if (before !== undefined) return before;
    const { programme, postcode, linksAtOnce, activities = [], name, contact, email } = venue;
    const data = {
      venueId,
      programme,
      nameId: noteKey(keeping, 'venue-name', name),
      postcode,
      linksAtOnce,
      ...(contact?.trim() ? { contactId: noteKey(keeping, 'venue-contact', contact) } : {}),
      ...(email?.trim() ? { emailId: noteKey(keeping, 'venue-email', email) } : {}),
      activities,
    };
    await keeping.keep();
    await this.writer.append(venueStream(venueId), [], [{ type: 'VenueAdded', data }], sender, onBehalf);
    this.eventBus.publish(new LogGrew());
    const added = await this.#read(venueId);
    if (added === undefined) throw new Error(`Venue ${venueId} was appended but cannot be read`);
    return added;
  }

  #read(venueId: string): Promise<Venue | undefined> {
    return readVenue(this.writer.store, venueId);
  }
}
