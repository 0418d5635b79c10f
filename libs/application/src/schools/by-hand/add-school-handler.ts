import { Inject } from '@nestjs/common';
import { CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import { Refusal } from '@linking/domain/refusal.js';
import { localAuthorityName } from '@linking/domain/schools/local-authorities.js';
import type { SchoolEvent } from '@linking/events/school/school-events.js';
import { schoolStream } from '@linking/events/streams.js';
import { EventWriter } from '../../commands/event-writer.js';
import { LogGrew } from '../../commands/log-grew.js';
import { POOL } from '../../ports.js';
import type { School } from '../find-schools.js';
import { keepSchoolByHand } from './keep-school.js';
import { admitToSchool } from './may-look-after.js';
import { possibleDuplicates } from './possible-duplicates.js';
import { readSchoolByHand } from './read-school.js';
import { AddSchool, type SchoolChanged, type SchoolInBody } from './school-by-hand-commands.js';
import { keyOfCommand, newKey } from './school-keys.js';

@CommandHandler(AddSchool)
export class AddSchoolHandler implements ICommandHandler<AddSchool> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  execute(command: AddSchool): Promise<SchoolChanged> {
    return this.writer.decidingAgain(() => this.#once(command));
  }

  async #once({ school, noneOf, sender }: AddSchool): Promise<SchoolChanged> {
    const before = await keyOfCommand(this.pool, sender.commandId);
    if (before !== undefined) {
      const known = (await readSchoolByHand(this.writer.store, before)).school;
      if (known !== undefined) {
        await keepSchoolByHand(this.pool, known);
        return { school: known, changed: false };
      }
    }
    if (localAuthorityName(school.laCode) === undefined) {
      throw new Refusal('AUTHORITY_UNKNOWN', `There is no local authority with the code ${school.laCode}.`, {
        nextStep: 'Give its three digits, such as 380 for Bradford.',
      });
    }
    const onBehalf = await admitToSchool(this.pool, sender, school);
    await this.#checkUnknown(school, noneOf);
    const key = await newKey(this.pool, sender.commandId);
    const facts: readonly SchoolEvent[] = [{ type: 'SchoolAddedByHand', data: { key, ...school } }];
    await this.writer.append(schoolStream(key), [], facts, sender, onBehalf);
    const added = (await readSchoolByHand(this.writer.store, key)).school;
    if (added === undefined) throw new Error(`School ${key} was appended but cannot be read`);
    await keepSchoolByHand(this.pool, added);
    this.eventBus.publish(new LogGrew());
    return { school: added, changed: true };
  }

  /** Whoever adds a school has looked at those that it may be. */
  async #checkUnknown(school: SchoolInBody, noneOf: readonly string[]): Promise<void> {
    const similar = (await possibleDuplicates(this.pool, school)).filter(({ urn }) => !noneOf.includes(urn));
    if (similar.length === 0) return;
    const list = similar.map(nameOf).join('; ');
    const schools = similar.length === 1 ? 'One school' : `${similar.length} schools`;
    throw new Refusal('SCHOOL_MAY_BE_KNOWN', `${schools} may be this one: ${list}.`, {
      nextStep: 'Use the one that it is. If it is none of them, name them in noneOf.',
    });
  }
}

const nameOf = ({ name, town, postcode, urn }: School) =>
  `${[name, town, postcode].filter(Boolean).join(', ')} (${urn})`;
