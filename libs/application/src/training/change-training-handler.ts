import { Inject } from '@nestjs/common';
import { CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import { trainingStream } from '@linking/events/streams.js';
import { teacherOf } from '@linking/domain/link/link.js';
import { decideTraining } from '@linking/domain/training/decide-training.js';
import { Refusal } from '@linking/domain/refusal.js';
import { NotFound } from '../accounts/access-errors.js';
import { ChangedBySomeoneElse } from '../changed-by-someone-else.js';
import { EventWriter } from '../commands/event-writer.js';
import { LogGrew } from '../commands/log-grew.js';
import { admit } from '../commands/sender.js';
import { readLink } from '../links/link-history.js';
import { readSession } from './read-session.js';
import { ChangeTraining, type SessionChanged, type SessionRequest } from './training-commands.js';

@CommandHandler(ChangeTraining)
export class ChangeTrainingHandler implements ICommandHandler<ChangeTraining> {
  constructor(
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  async execute(command: ChangeTraining): Promise<SessionChanged> {
    const answer = await this.writer.decidingAgain(() => this.#once(command));
    if (answer.changed) this.eventBus.publish(new LogGrew());
    return answer;
  }

  async #once({ id, request, sender, expectedRevision }: ChangeTraining): Promise<SessionChanged> {
    const { session, facts, stored } = await readSession(this.writer.store, id);
    if (session.revision === 0) throw new NotFound();
    const onBehalf = admit(sender, session.programme);
    if (facts.some((fact) => fact.commandId === sender.commandId)) return { session, changed: false };
    if (expectedRevision !== undefined && expectedRevision !== session.revision) {
      throw new ChangedBySomeoneElse(session.revision, null, facts.slice(expectedRevision));
    }
    await this.#checkTeacher(request, session.programme);
    const decided = decideTraining(request, session, this.writer.today());
    if (decided.length === 0) return { session, changed: false };
    await this.writer.append(trainingStream(id), stored, decided, sender, onBehalf);
    return { session: (await readSession(this.writer.store, id)).session, changed: true };
  }

  /** A place is for a teacher of a link; the link is read, so that the register holds no one else. */
  async #checkTeacher(request: SessionRequest, programme: string): Promise<void> {
    if (request.type !== 'Enrol') return;
    const { link } = await readLink(this.writer.store, request.linkRef);
    if (link.programme !== programme && link.partnerProgramme !== programme) throw new NotFound();
    if (teacherOf(link, request.side, request.teacherId) !== undefined) return;
    throw new Refusal(
      'TEACHER_NOT_IN_LINK',
      `This person is not a teacher of that side of ${request.linkRef}.`,
      {
        nextStep: 'Confirm the class with its teacher, or add the teacher first.',
      },
    );
  }
}
