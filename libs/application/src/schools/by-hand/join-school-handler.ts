import { Inject } from '@nestjs/common';
import { CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import { isByHand, joinSchool, type JoinTarget, type SchoolByHand } from '@linking/domain/schools/by-hand.js';
import { closedSentence } from '@linking/domain/schools/closed-words.js';
import { schoolStream } from '@linking/events/streams.js';
import { ConcurrencyError } from '@linking/events/event-store-errors.js';
import { NotFound } from '../../accounts/access-errors.js';
import { EventWriter } from '../../commands/event-writer.js';
import { LogGrew } from '../../commands/log-grew.js';
import { POOL } from '../../ports.js';
import { school } from '../find-schools.js';
import { closedSchool } from '../successor-of.js';
import { keepSchoolByHand } from './keep-school.js';
import { admitToSchool } from './may-look-after.js';
import { readSchoolByHand } from './read-school.js';
import { JoinSchool, type SchoolChanged } from './school-by-hand-commands.js';
import { joinedWith, takeUrn } from './school-keys.js';

/** Its links, interests and people then pass to the school of the register, as from a school that converted. */
@CommandHandler(JoinSchool)
export class JoinSchoolHandler implements ICommandHandler<JoinSchool> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  execute(command: JoinSchool): Promise<SchoolChanged> {
    return this.writer.decidingAgain(() => this.#once(command));
  }

  async #once({ key, urn, sender }: JoinSchool): Promise<SchoolChanged> {
    const { school: known, stored } = await readSchoolByHand(this.writer.store, key);
    if (known === undefined) throw new NotFound(`No school was added by hand as ${key}.`);
    const onBehalf = await admitToSchool(this.pool, sender, known);
    const target = await this.#target(urn);
    const facts = joinSchool(known, target);
    if (facts.length === 0) return this.#kept(known, false);
    if (!(await takeUrn(this.pool, key, urn))) {
      const joinedWithNow = await joinedWith(this.pool, urn);
      throw new ConcurrencyError(schoolStream(joinedWithNow ?? key), known.revision, known.revision + 1);
    }
    await this.writer.append(schoolStream(key), stored, facts, sender, onBehalf);
    const joined = (await readSchoolByHand(this.writer.store, key)).school ?? known;
    this.eventBus.publish(new LogGrew());
    return this.#kept(joined, true);
  }

  async #target(urn: string): Promise<JoinTarget> {
    const found = isByHand(urn) ? undefined : await school(this.pool, urn);
    const closed = found && (await closedSchool(this.pool, found, this.writer.today()));
    const other = await joinedWith(this.pool, urn);
    return {
      urn,
      isKnown: found !== undefined,
      ...(closed === undefined ? {} : { closed: closedSentence(closed) }),
      ...(other === undefined ? {} : { joinedWith: other }),
    };
  }

  async #kept(known: SchoolByHand, changed: boolean): Promise<SchoolChanged> {
    await keepSchoolByHand(this.pool, known);
    return { school: known, changed };
  }
}
