import { Inject } from '@nestjs/common';
import { CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import { derivedId } from '@linking/events/event-ids.js';
import type { InterestedClass } from '@linking/events/interest/interest-events.js';
import { interestStream } from '@linking/events/streams.js';
import { decideInterest } from '@linking/domain/interest/decide-interest.js';
import type { Interest } from '@linking/domain/interest/interest.js';
import type { Routing } from '@linking/domain/interest/routing.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import { recruitmentOn } from '@linking/domain/programme/recruitment.js';
import { Refusal } from '@linking/domain/refusal.js';
import { closedSentence } from '@linking/domain/schools/closed-words.js';
import { NotAllowed } from '../accounts/access-errors.js';
import { mayChange } from '../accounts/scope.js';
import { EventWriter } from '../commands/event-writer.js';
import { Keeping } from '../commands/keeping.js';
import { LogGrew } from '../commands/log-grew.js';
import { admit, type Sender } from '../commands/sender.js';
import { noteKey } from '../notes/notes.js';
import { personIdOf } from '../people/people.js';
import { POOL } from '../ports.js';
import { programmeOfSchool } from '../programmes/programme-of-school.js';
import { openProgramme } from '../programmes/read-programme.js';
import { school, type School } from '../schools/find-schools.js';
import { closedSchool } from '../schools/successor-of.js';
import { ReceiveInterest, type InterestChanged, type InterestInBody } from './interest-commands.js';
import { newClass } from './offered-class.js';
import { readInterest } from './read-interest.js';

/** A headteacher's wish to link, for one or more classes, goes on the waiting list of its programme. */
@CommandHandler(ReceiveInterest)
export class ReceiveInterestHandler implements ICommandHandler<ReceiveInterest> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  async execute(command: ReceiveInterest): Promise<InterestChanged> {
    const keeping = new Keeping(this.pool, this.writer, command.sender);
    const answer = await keeping.deciding(() => this.#once(command, keeping));
    if (answer.changed) this.eventBus.publish(new LogGrew());
    return answer;
  }

  async #once({ received, sender }: ReceiveInterest, keeping: Keeping): Promise<InterestChanged> {
    const id = derivedId(sender.commandId, 'interest');
    const known = await readInterest(this.writer.store, id);
    if (known.interest.revision > 0) return { interest: known.interest, changed: false };
    const offering = await this.#school(received.urn);
    const routing =
      received.programme === undefined ? await programmeOfSchool(this.pool, offering) : undefined;
    const programme = received.programme ?? takenBy(routing, sender);
    const onBehalf = programme === undefined ? {} : admit(sender, programme);
    const taking = programme === undefined ? undefined : await openProgramme(this.writer.store, programme);
    const { keptBecause, linkedBefore, emailVerified, constraints = [] } = received;
    const today = this.writer.today();
    const command = {
      type: 'ReceiveInterest' as const,
      interestId: id,
      ...(programme === undefined ? {} : { programme }),
      ...(routing === undefined ? {} : { routing }),
      ...(keptBecause === undefined ? {} : { keptBecause }),
      year: received.year,
      urn: received.urn,
      headId: await personIdOf(keeping, { role: 'headteacher', ...received.head }, received.urn, 'head'),
      channel: received.channel,
      expressedOn: received.expressedOn ?? today,
      priorities: received.priorities ?? [],
      ...(constraints.length === 0 ? {} : { constraints }),
      ...(linkedBefore === undefined ? {} : { linkedBefore }),
      ...(emailVerified === undefined ? {} : { emailVerified }),
      classes: await this.#classes(received, keeping),
    };
    const note = received.note?.trim() ? { noteId: noteKey(keeping, 'note', received.note) } : {};
    const facts = decideInterest(command, known.interest, { today, ...note });
    await keeping.keep();
    const occurred = facts.map((fact) => ({ ...fact, occurredOn: command.expressedOn }));
    // Whoever confirmed the form is the person it names.
    const by = sender.channel === 'school-page' ? { ...sender, actor: `person:${command.headId}` } : sender;
    await this.writer.append(interestStream(id), known.stored, occurred, by, onBehalf);
    const { interest } = await readInterest(this.writer.store, id);
    return { interest, changed: true, warnings: recruitmentWarnings(taking, interest, today) };
  }

  async #school(urn: string): Promise<School> {
    const found = await school(this.pool, urn);
    if (found === undefined) {
      throw new Refusal('SCHOOL_UNKNOWN', `There is no school with URN ${urn} in the register.`, {
        nextStep: 'Check the six digits, or import a newer register.',
      });
    }
    const closed = await closedSchool(this.pool, found, this.writer.today());
    if (closed === undefined) return found;
    const [next, ...others] = closed.successors;
    throw new Refusal(
      'SCHOOL_CLOSED',
      closedSentence(closed),
      next === undefined
        ? { nextStep: 'If it has a successor, import a newer register or its file of links.' }
        : {
            nextStep:
              others.length === 0
                ? `Record the interest for ${next.urn}.`
                : 'Record the interest for the one that the class goes to.',
          },
    );
  }

  async #classes({ urn, classes }: InterestInBody, keeping: Keeping): Promise<InterestedClass[]> {
    const offered: InterestedClass[] = [];
    for (const [index, said] of classes.entries()) offered.push(await newClass(said, urn, keeping, index));
    return offered;
  }
}

/** A programme that takes no more schools may still take this one. */
function recruitmentWarnings(
  taking: Programme | undefined,
  { programme, year }: Interest,
  today: string,
): NonNullable<InterestChanged['warnings']> {
  if (taking === undefined || taking.slug !== programme) return [];
  const { state, sentence } = recruitmentOn(taking, year, today);
  if (sentence === undefined) return [];
  return [{ code: state === 'closed' ? 'RECRUITMENT_CLOSED' : 'RECRUITMENT_WAITING_LIST', sentence }];
}

/**
 * The programme in whose name an interest is taken: the one it belongs to for whoever may act for it, else the
 * coordinator's own; none when it came to nobody in particular.
 */
function takenBy(routing: Routing | undefined, { scope }: Sender): string | undefined {
  const found = routing !== undefined && 'programme' in routing ? routing.programme : undefined;
  if (scope === undefined || (found !== undefined && mayChange(scope, found))) return found;
  if (!scope.mayChangeLinks) throw new NotAllowed();
  return scope.own[0];
}
