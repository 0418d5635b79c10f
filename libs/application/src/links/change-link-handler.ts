import { Inject } from '@nestjs/common';
import { CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import { linkStream } from '@linking/events/streams.js';
import { decide } from '@linking/domain/link/decide.js';
import { warningsFor } from '@linking/domain/link/warnings.js';
import { NotAllowed, NotFound } from '../accounts/access-errors.js';
import { mayChange } from '../accounts/scope.js';
import { EventWriter } from '../commands/event-writer.js';
import { Keeping } from '../commands/keeping.js';
import { LogGrew } from '../commands/log-grew.js';
import { admit } from '../commands/sender.js';
import { POOL } from '../ports.js';
import { admitSchoolPage } from '../teachers/school-page-may.js';
import { ChangeLink, type LinkChanged } from './change-link.js';
import { changedSince } from './changed-since.js';
import { closeAddresses } from './close-addresses.js';
import { readLink, type LinkHistory } from './link-history.js';
import { madeBy } from './made-by.js';
import { occasionOf } from './occasion.js';
import { partnerMay } from './partner-may.js';
import { prepareLinkCommand } from './prepare/prepare-link-command.js';

/** Read, fold, decide, append: every change of a link goes this way. */
@CommandHandler(ChangeLink)
export class ChangeLinkHandler implements ICommandHandler<ChangeLink> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  async execute(command: ChangeLink): Promise<LinkChanged> {
    const keeping = new Keeping(this.pool, this.writer, command.sender);
    const changed = await keeping.deciding(() => this.#once(command, keeping));
    if (changed.events.length > 0) this.eventBus.publish(new LogGrew());
    return changed;
  }

  async #once(
    { ref, request, said, sender, expectedRevision }: ChangeLink,
    keeping: Keeping,
  ): Promise<LinkChanged> {
    const history = await this.#read(ref);
    const { link, facts, stored } = history;
    const onBehalf = admit(sender, link.programme, link.partnerProgramme);
    if (sender.scope !== undefined && !mayChange(sender.scope, link.programme) && !partnerMay(request)) {
      throw new NotAllowed(
        'This is for the programme that the link belongs to; record what your own side does.',
      );
    }
    admitSchoolPage(sender, request, link, this.writer.today());
    const before = madeBy(sender.commandId, facts);
    if (before !== undefined) return before;
    // Whoever says which revision she saw is told of the change; nobody decides again in her name.
    if (expectedRevision !== undefined && expectedRevision !== link.revision) {
      throw await changedSince(this.pool, expectedRevision, history);
    }
    const occasion = occasionOf(keeping, said, this.writer.today());
    const prepared = await prepareLinkCommand(request, {
      keeping,
      link,
      occurredOn: occasion.occurredOn,
      ...(said.note === undefined ? {} : { note: said.note }),
    });
    const decided = decide(prepared, link, occasion);
    const warnings = warningsFor(prepared, link);
    if (decided.length === 0) return { link, events: [], warnings: [] };
    await keeping.keep();
    await this.writer.append(linkStream(ref), stored, decided, sender, onBehalf);
    await closeAddresses(this.pool, ref, decided, this.writer.clock.now());
    const made = madeBy(sender.commandId, (await this.#read(ref)).facts);
    if (made === undefined) throw new Error(`Link ${ref} was appended to but cannot be read`);
    return { ...made, warnings };
  }

  async #read(ref: string): Promise<LinkHistory> {
    const history = await readLink(this.writer.store, ref);
    if (history.link.ref === '') throw new NotFound();
    return history;
  }
}
