import type { Side, TrainingKind } from '../link/link-events.js';

/** Facts of one training session, stream `training-<uuid>`. */
export interface TrainingEventData {
  SessionPlanned: {
    readonly sessionId: string;
    readonly programme: string;
    readonly kind: TrainingKind;
    readonly on: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly venueId?: string;
    readonly capacity: number;
  };
  /** The session with all that may change, as it is from now on. Without `venueId` its place is to follow. */
  SessionMoved: {
    readonly on: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly venueId?: string;
    readonly reasonCode: string;
  };
  SessionCancelled: { readonly reasonCode: string };
  PlaceTaken: { readonly teacherId: string; readonly linkRef: string; readonly side: Side };
  /** The session is full: the teacher waits for a place. */
  WaitingForPlace: { readonly teacherId: string; readonly linkRef: string; readonly side: Side };
  PlaceGivenUp: { readonly teacherId: string; readonly linkRef: string; readonly side: Side };
  AttendanceRecorded: {
    readonly entries: readonly {
      readonly teacherId: string;
      readonly attended: boolean;
      readonly minutes: number;
      readonly reasonCode?: string;
    }[];
  };
}

export type TrainingEventName = keyof TrainingEventData;
export type TrainingEvent = {
  [Name in TrainingEventName]: { readonly type: Name; readonly data: TrainingEventData[Name] };
}[TrainingEventName];
