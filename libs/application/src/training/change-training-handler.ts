import { Inject } from '@nestjs/common';
import { CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import { trainingStream } from '@linking/events/streams.js';
import { teacherOf } from '@linking/domain/link/link.js';
import { decideTraining } from '@linking/domain/training/decide-training.js';
import type { Place } from '@linking/domain/training/session.js';
import { Refusal } from '@linking/domain/refusal.js';
import { NotFound } from '../accounts/access-errors.js';
import { ChangedBySomeoneElse } from '../changed-by-someone-else.js';
import { EventWriter } from '../commands/event-writer.js';
import { LogGrew } from '../commands/log-grew.js';
import { admit } from '../commands/sender.js';
import { readLink } from '../links/link-history.js';
import { checkVenue } from '../venues/venue-of.js';
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
    for (const place of placesAsked(request)) await this.#checkTeacher(place, session.programme);
    if (request.type === 'MoveSession') {
      await checkVenue(this.writer, request.venueId, [session.programme]);
    }
    const decided = decideTraining(request, session, this.writer.today());
    if (decided.length === 0) return { session, changed: false };
    await this.writer.append(trainingStream(id), stored, decided, sender, onBehalf);
    return { session: (await readSession(this.writer.store, id)).session, changed: true };
  }

  /** A place is for a teacher of a link; the link is read, so that the register holds no one else. */
  async #checkTeacher({ linkRef, side, teacherId }: Place, programme: string): Promise<void> {
    const { link } = await readLink(this.writer.store, linkRef);
    if (link.programme !== programme && link.partnerProgramme !== programme) throw new NotFound();
    if (teacherOf(link, side, teacherId) !== undefined) return;
    throw new Refusal('TEACHER_NOT_IN_LINK', `This person is not a teacher of that side of ${linkRef}.`, {
      nextStep: 'Confirm the class with its teacher, or add the teacher first.',
    });
  }
}

function placesAsked(request: SessionRequest): readonly Place[] {
  if (request.type === 'Enrol') return [request];
  return request.type === 'EnrolAll' ? request.places : [];
}
