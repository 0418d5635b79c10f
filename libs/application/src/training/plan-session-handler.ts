import { Inject } from '@nestjs/common';
import { CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import { derivedId } from '@linking/events/event-ids.js';
import { trainingStream } from '@linking/events/streams.js';
import { decideTraining } from '@linking/domain/training/decide-training.js';
import { EventWriter } from '../commands/event-writer.js';
import { LogGrew } from '../commands/log-grew.js';
import { admit } from '../commands/sender.js';
import { namedProgramme } from '../programmes/read-programme.js';
import { checkVenue } from '../venues/venue-of.js';
import { readSession } from './read-session.js';
import { PlanSession, type SessionChanged } from './training-commands.js';

@CommandHandler(PlanSession)
export class PlanSessionHandler implements ICommandHandler<PlanSession> {
  constructor(
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  async execute(command: PlanSession): Promise<SessionChanged> {
    const answer = await this.writer.decidingAgain(() => this.#once(command));
    if (answer.changed) this.eventBus.publish(new LogGrew());
    return answer;
  }

  async #once({ planned, sender }: PlanSession): Promise<SessionChanged> {
    const onBehalf = admit(sender, planned.programme);
    await namedProgramme(this.writer.store, planned.programme);
    const sessionId = derivedId(sender.commandId, 'training');
    const { session, stored } = await readSession(this.writer.store, sessionId);
    if (session.revision === 0) await checkVenue(this.writer, planned.venueId, [planned.programme]);
    const facts = decideTraining(
      { type: 'PlanSession', sessionId, ...planned },
      session,
      this.writer.today(),
    );
    if (facts.length === 0) return { session, changed: false };
    await this.writer.append(trainingStream(sessionId), stored, facts, sender, onBehalf);
    return { session: (await readSession(this.writer.store, sessionId)).session, changed: true };
  }
}
