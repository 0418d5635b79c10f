import type { Side, TrainingKind } from '@linking/events/link/link-events.js';

/** What a fact of one stream asks of an interest. */
export type CarriedInterestCommand =
  | { readonly type: 'PairClass'; readonly classId: string; readonly linkRef: string }
  | { readonly type: 'ReleaseClass'; readonly classId: string; readonly linkRef: string };

/** What a fact of one stream asks of a link. */
export type CarriedLinkCommand =
  | {
      readonly type: 'EnrolTeacher';
      readonly side: Side;
      readonly teacherId: string;
      readonly sessionId: string;
      readonly kind: TrainingKind;
      readonly on: string;
    }
  | {
      readonly type: 'WithdrawEnrolment';
      readonly side: Side;
      readonly teacherId: string;
      readonly sessionId: string;
    }
  | {
      readonly type: 'RecordTrainingAttended';
      readonly side: Side;
      readonly teacherId: string;
      readonly sessionId: string;
      readonly kind: TrainingKind;
      readonly minutes: number;
    }
  | {
      readonly type: 'RecordTrainingMissed';
      readonly side: Side;
      readonly teacherId: string;
      readonly sessionId: string;
      readonly kind: TrainingKind;
      readonly reasonCode: string;
    };

/** A fact of one stream as a command to another one. `id` = interest id or link reference. */
export type CarriedCommand =
  | {
      readonly target: 'interest';
      readonly id: string;
      readonly occurredOn: string;
      readonly command: CarriedInterestCommand;
    }
  | {
      readonly target: 'link';
      readonly id: string;
      readonly occurredOn: string;
      readonly command: CarriedLinkCommand;
    };
