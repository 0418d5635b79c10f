import { Inject } from '@nestjs/common';
import { CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import { linkStream } from '@linking/events/streams.js';
import { decide } from '@linking/domain/link/decide.js';
import { foldLink } from '@linking/domain/link/evolve.js';
import { warningsFor } from '@linking/domain/link/warnings.js';
import { NotFound } from '../accounts/access-errors.js';
import { EventWriter } from '../commands/event-writer.js';
import { Keeping } from '../commands/keeping.js';
import { LogGrew } from '../commands/log-grew.js';
import { admit } from '../commands/sender.js';
import { ConcurrencyError } from '@linking/events/event-store-errors.js';
import { POOL } from '../ports.js';
import { ChangeLink, type LinkChanged } from './change-link.js';
import { changedSince } from './changed-since.js';
import { readLink, type LinkHistory } from './link-history.js';
import { occasionOf } from './occasion.js';
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
    const changed = await this.writer.decidingAgain(() => this.#once(command));
    if (changed.events.length > 0) this.eventBus.publish(new LogGrew());
    return changed;
  }

  async #once({ ref, request, said, sender, expectedRevision }: ChangeLink): Promise<LinkChanged> {
    const history = await this.#read(ref);
    const { link, facts, stored } = history;
    const onBehalf = admit(sender, link.programme, link.partnerProgramme);
    const before = facts.filter((fact) => fact.commandId === sender.commandId);
    if (before.length > 0) return { link, events: before, warnings: [] };
    if (expectedRevision !== undefined && expectedRevision !== link.revision) {
      throw await changedSince(this.pool, expectedRevision, history);
    }
    const keeping = new Keeping(this.pool, this.writer, sender);
    const occasion = occasionOf(keeping, said, this.writer.today());
    const prepared = await prepareLinkCommand(request, { keeping, link });
    const decided = decide(prepared, link, occasion);
    const warnings = warningsFor(prepared, link);
    if (decided.length === 0) return { link, events: [], warnings: [] };
    await keeping.keep();
    await this.#append(history, decided, { sender, onBehalf, expectedRevision });
    const after = await this.#read(ref);
    const events = after.facts.slice(stored.length).filter((fact) => fact.commandId === sender.commandId);
    return { link: foldLink(after.facts.slice(0, stored.length + events.length)), events, warnings };
  }

  async #append(
    history: LinkHistory,
    decided: ReturnType<typeof decide>,
    by: Pick<ChangeLink, 'sender' | 'expectedRevision'> & {
      readonly onBehalf: { readonly onBehalfOf?: string };
    },
  ): Promise<void> {
    const { link, stored } = history;
    try {
      await this.writer.append(linkStream(link.ref), stored, decided, by.sender, by.onBehalf);
    } catch (error) {
      // Whoever says which revision she saw is told of the change; nobody decides again in her name.
      if (!(error instanceof ConcurrencyError) || by.expectedRevision === undefined) throw error;
      throw await changedSince(this.pool, by.expectedRevision, await this.#read(link.ref));
    }
  }

  async #read(ref: string): Promise<LinkHistory> {
    const history = await readLink(this.writer.store, ref);
    if (history.link.ref === '') throw new NotFound();
    return history;
  }
}
