import { Inject } from '@nestjs/common';
import { CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import { interestStream } from '@linking/events/streams.js';
import { isPossibleDate } from '@linking/domain/calendar/london.js';
import { isAfter } from '@linking/domain/calendar/loose-days.js';
import { fullDate } from '@linking/domain/calendar/words.js';
import { Refusal } from '@linking/domain/refusal.js';
import { decideInterest } from '@linking/domain/interest/decide-interest.js';
import { NotFound } from '../accounts/access-errors.js';
import { ChangedBySomeoneElse } from '../changed-by-someone-else.js';
import { EventWriter } from '../commands/event-writer.js';
import { Keeping } from '../commands/keeping.js';
import { LogGrew } from '../commands/log-grew.js';
import { admit, type Sender } from '../commands/sender.js';
import { noteKey } from '../notes/notes.js';
import { POOL } from '../ports.js';
import { ChangeInterest, type InterestChanged } from './interest-commands.js';
import { preparedInterest } from './prepared-interest.js';
import { readInterest } from './read-interest.js';

@CommandHandler(ChangeInterest)
export class ChangeInterestHandler implements ICommandHandler<ChangeInterest> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  async execute(command: ChangeInterest): Promise<InterestChanged> {
    const keeping = new Keeping(this.pool, this.writer, command.sender);
    const answer = await keeping.deciding(() => this.#once(command, keeping));
    if (answer.changed) this.eventBus.publish(new LogGrew());
    return answer;
  }

  async #once(
    { id, request, said, sender, expectedRevision }: ChangeInterest,
    keeping: Keeping,
  ): Promise<InterestChanged> {
    const { interest, facts, stored } = await readInterest(this.writer.store, id);
    if (interest.revision === 0) throw new NotFound();
    // Before scope: whoever has handed it over may hear once more that she did.
    if (facts.some((fact) => fact.commandId === sender.commandId)) return { interest, changed: false };
    const onBehalf = admit(sender, interest.programme);
    if (expectedRevision !== undefined && expectedRevision !== interest.revision) {
      throw new ChangedBySomeoneElse(interest.revision, null, facts.slice(expectedRevision));
    }
    this.#checkDay(said.occurredOn, sender);
    const note = said.note?.trim() ? { noteId: noteKey(keeping, 'note', said.note) } : {};
    const command = await preparedInterest(request, interest, keeping);
    const decided = decideInterest(command, interest, { today: this.writer.today(), ...note });
    if (decided.length === 0) return { interest, changed: false };
    await keeping.keep();
    const day = said.occurredOn === undefined ? {} : { occurredOn: said.occurredOn };
    const occurred = decided.map((fact) => ({ ...fact, ...day }));
    await this.writer.append(
      interestStream(id),
      stored,
      occurred,
      sender,
      interest.programme === '' ? {} : onBehalf,
    );
    return { interest: (await readInterest(this.writer.store, id)).interest, changed: true };
  }

  /** What is carried from a link happened already, whatever the clock of this machine says. */
  #checkDay(day: string | undefined, { channel }: Sender): void {
    if (day === undefined || channel === 'worker') return;
    const today = this.writer.today();
    if (!isPossibleDate(day))
      throw new Refusal('DATE_NOT_KNOWN', `${day} is not a day; write it as ${today}.`);
    if (isAfter(day, today))
      throw new Refusal('DATE_IN_FUTURE', `${fullDate(day)} is in the future.`, {
        nextStep: 'Enter the day on which it happened.',
      });
  }
}
