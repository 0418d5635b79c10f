import type { TrainingEvent } from '@linking/events/training/training-events.js';
import type { Side, TrainingKind } from '@linking/events/link/link-events.js';

export interface Place {
  readonly teacherId: string;
  readonly linkRef: string;
  readonly side: Side;
}

export interface Attendance {
  readonly teacherId: string;
  readonly attended: boolean;
  readonly minutes: number;
  readonly reasonCode?: string;
}

export interface Session {
  readonly id: string;
  readonly revision: number;
  readonly programme: string;
  readonly kind: TrainingKind;
  readonly on: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly venueId?: string;
  readonly capacity: number;
  readonly places: readonly Place[];
  readonly waiting: readonly Place[];
  readonly attendance: readonly Attendance[];
}

export const unknownSession: Session = {
  id: '',
  revision: 0,
  programme: '',
  kind: 'initial-full',
  on: '',
  startsAt: '',
  endsAt: '',
  capacity: 0,
  places: [],
  waiting: [],
  attendance: [],
};

export type RecordedTrainingEvent = TrainingEvent & { readonly revision: number };

/** The session after one more event; checks nothing, for it has happened. */
export function evolveSession(session: Session, event: RecordedTrainingEvent): Session {
  return { ...applied(session, event), revision: event.revision };
}

function applied(session: Session, event: RecordedTrainingEvent): Session {
  switch (event.type) {
    case 'SessionPlanned': {
      const { sessionId, ...facts } = event.data;
      return { ...session, ...facts, id: sessionId };
    }
    case 'PlaceTaken':
      return {
        ...session,
        places: [...session.places, event.data],
        waiting: session.waiting.filter((it) => !samePlace(it, event.data)),
      };
    case 'WaitingForPlace':
      return { ...session, waiting: [...session.waiting, event.data] };
    case 'PlaceGivenUp':
      return {
        ...session,
        places: session.places.filter((it) => !samePlace(it, event.data)),
        waiting: session.waiting.filter((it) => !samePlace(it, event.data)),
      };
    case 'AttendanceRecorded': {
      const teachers = new Set(event.data.entries.map((entry) => entry.teacherId));
      return {
        ...session,
        attendance: [
          ...session.attendance.filter((it) => !teachers.has(it.teacherId)),
          ...event.data.entries,
        ],
      };
    }
  }
}

export const samePlace = (x: Place, y: Place) =>
  x.teacherId === y.teacherId && x.linkRef === y.linkRef && x.side === y.side;

/** Length of a session in minutes, from its London wall-clock times. */
export function sessionMinutes({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return minutes(endsAt) - minutes(startsAt);
}
