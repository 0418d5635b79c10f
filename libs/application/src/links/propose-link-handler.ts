import { Inject } from '@nestjs/common';
import { CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import { linkStream } from '@linking/events/streams.js';
import { decide } from '@linking/domain/link/decide.js';
import { unknownLink } from '@linking/domain/link/link.js';
import { warningsFor } from '@linking/domain/link/warnings.js';
import { EventWriter } from '../commands/event-writer.js';
import { Keeping } from '../commands/keeping.js';
import { LogGrew } from '../commands/log-grew.js';
import { recordedFacts } from '../commands/recorded-facts.js';
import { admit } from '../commands/sender.js';
import { POOL } from '../ports.js';
import { openProgramme } from '../programmes/read-programme.js';
import type { LinkChanged } from './change-link.js';
import type { LinkFact } from './link-history.js';
import { claimClass } from './class-claims.js';
import { linkRef, refOfCommand } from './link-numbers.js';
import { madeBy } from './made-by.js';
import { occasionOf } from './occasion.js';
import { prepareProposal } from './prepare/prepare-proposal.js';
import { ProposeLink } from './propose-link.js';

/** Two offered classes become a link; its number is the next free one of the programme's year. */
@CommandHandler(ProposeLink)
export class ProposeLinkHandler implements ICommandHandler<ProposeLink> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  async execute(command: ProposeLink): Promise<LinkChanged> {
    const keeping = new Keeping(this.pool, this.writer, command.sender);
    const changed = await keeping.deciding(() => this.#once(command, keeping));
    if (changed.events.length > 0) this.eventBus.publish(new LogGrew());
    return changed;
  }

  async #once({ proposal, said, sender }: ProposeLink, keeping: Keeping): Promise<LinkChanged> {
    const onBehalf = admit(sender, proposal.programme);
    const programme = await openProgramme(this.writer.store, proposal.programme);
    const before = await this.#made(sender.commandId);
    if (before !== undefined) return before;
    const occasion = occasionOf(keeping, said, this.writer.today());
    const prepared = await prepareProposal(proposal, programme, keeping);
    decide({ ...prepared, ref: '' }, unknownLink, occasion);
    const ref = await linkRef(this.pool, programme, proposal.year, sender.commandId);
    const command = { ...prepared, ref };
    const decided = decide(command, unknownLink, occasion);
    const mayBeInTwo = occasion.overrides.some(({ rule }) => rule === 'class-in-two-links');
    const claims = { pool: this.pool, store: this.writer.store };
    for (const { classId } of [proposal.a, proposal.b]) {
      keeping.later(() => claimClass(claims, ref, classId, mayBeInTwo));
    }
    await keeping.keep();
    await this.writer.append(linkStream(ref), [], decided, sender, onBehalf);
    const made = await this.#made(sender.commandId);
    if (made === undefined) throw new Error(`Link ${ref} was appended but cannot be read`);
    return { ...made, warnings: warningsFor(command, unknownLink) };
  }

  async #made(commandId: string): Promise<LinkChanged | undefined> {
    const ref = await refOfCommand(this.pool, commandId);
    if (ref === undefined) return undefined;
    const stored = await this.writer.store.readStream(linkStream(ref));
    return madeBy(commandId, recordedFacts<LinkFact>(stored));
  }
}
