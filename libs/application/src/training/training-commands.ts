import { Command } from '@nestjs/cqrs';
import type { Side, TrainingKind } from '@linking/events/link/link-events.js';
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

export type SessionRequest =
  | { readonly type: 'Enrol'; readonly linkRef: string; readonly side: Side; readonly teacherId: string }
  | {
      readonly type: 'GiveUpPlace';
      readonly linkRef: string;
      readonly side: Side;
      readonly teacherId: string;
    }
  | {
      readonly type: 'RecordAttendance';
      readonly entries: readonly {
        readonly teacherId: string;
        readonly attended: boolean;
        readonly minutes?: number;
        readonly reasonCode?: string;
      }[];
    };

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
