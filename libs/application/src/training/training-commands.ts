import { Command } from '@nestjs/cqrs';
import type { TrainingKind } from '@linking/events/link/link-events.js';
import type { TrainingCommand } from '@linking/domain/training/decide-training.js';
import type { Session } from '@linking/domain/training/session.js';
import type { Sender } from '../commands/sender.js';

export interface SessionInBody {
  readonly programme: string;
  readonly kind: TrainingKind;
  readonly on: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly venueId?: string;
  readonly capacity: number;
}

/** What may be asked of a session that is planned. */
export type SessionRequest = Exclude<TrainingCommand, { readonly type: 'PlanSession' }>;

export interface SessionChanged {
  readonly session: Session;
  readonly changed: boolean;
}

export class PlanSession extends Command<SessionChanged> {
  constructor(
    readonly planned: SessionInBody,
    readonly sender: Sender,
  ) {
    super();
  }
}

/** The one door to a training session that exists. */
export class ChangeTraining extends Command<SessionChanged> {
  constructor(
    readonly id: string,
    readonly request: SessionRequest,
    readonly sender: Sender,
    readonly expectedRevision?: number,
  ) {
    super();
  }
}
