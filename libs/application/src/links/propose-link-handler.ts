import { Inject } from '@nestjs/common';
import { CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import { ConcurrencyError } from '@linking/events/event-store-errors.js';
import { linkStream } from '@linking/events/streams.js';
import { decide } from '@linking/domain/link/decide.js';
import { foldLink } from '@linking/domain/link/evolve.js';
import { unknownLink } from '@linking/domain/link/link.js';
import { warningsFor } from '@linking/domain/link/warnings.js';
import { Refusal } from '@linking/domain/refusal.js';
import { EventWriter } from '../commands/event-writer.js';
import { Keeping } from '../commands/keeping.js';
import { LogGrew } from '../commands/log-grew.js';
import { recordedFacts } from '../commands/recorded-facts.js';
import { admit } from '../commands/sender.js';
import { POOL } from '../ports.js';
import { readProgramme } from '../programmes/read-programme.js';
import type { LinkChanged } from './change-link.js';
import type { LinkFact } from './link-history.js';
import { linkRef } from './link-numbers.js';
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

  async execute({ proposal, said, sender }: ProposeLink): Promise<LinkChanged> {
    const onBehalf = admit(sender, proposal.programme);
    const programme = await readProgramme(this.writer.store, proposal.programme);
    if (programme === undefined) {
      throw new Refusal('PROGRAMME_UNKNOWN', `There is no programme ${proposal.programme}.`);
    }
    const before = await this.#made(sender.commandId);
    if (before !== undefined) return before;
    const keeping = new Keeping(this.pool, this.writer, sender);
    const occasion = occasionOf(keeping, said, this.writer.today());
    const prepared = await prepareProposal(proposal, programme, this.pool, this.writer);
    decide({ ...prepared, ref: '' }, unknownLink, occasion);
    const ref = await linkRef(this.pool, programme, proposal.year, sender.commandId);
    const command = { ...prepared, ref };
    const decided = decide(command, unknownLink, occasion);
    await keeping.keep();
    try {
      await this.writer.append(linkStream(ref), [], decided, sender, onBehalf);
    } catch (error) {
      const made = error instanceof ConcurrencyError ? await this.#made(sender.commandId) : undefined;
      if (made === undefined) throw error;
      return made;
    }
    this.eventBus.publish(new LogGrew());
    return { ...(await this.#read(ref, sender.commandId)), warnings: warningsFor(command, unknownLink) };
  }

  async #made(commandId: string): Promise<LinkChanged | undefined> {
    const { rows } = await this.pool.query<{ ref: string }>(
      'select ref from link_numbers where command_id = $1',
      [commandId],
    );
    const changed = rows[0] && (await this.#read(rows[0].ref, commandId));
    return changed && changed.events.length > 0 ? changed : undefined;
  }

  async #read(ref: string, commandId: string): Promise<LinkChanged> {
    const facts = recordedFacts<LinkFact>(await this.writer.store.readStream(linkStream(ref)));
    return {
      link: foldLink(facts),
      events: facts.filter((fact) => fact.commandId === commandId),
      warnings: [],
    };
  }
}
