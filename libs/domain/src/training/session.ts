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
  /** The day before the last move, when it was another one. */
  readonly wasOn?: string;
  readonly cancelled?: { readonly reasonCode: string };
  /** RFC 5545 SEQUENCE: 0 at first, one more for each change of date, time, place or standing. */
  readonly sequence: number;
  /** RFC 5545 DTSTAMP: when the fact behind this version was recorded. */
  readonly stamp: string;
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
  sequence: 0,
  stamp: '',
  places: [],
  waiting: [],
  attendance: [],
};

export type RecordedTrainingEvent = TrainingEvent & {
  readonly revision: number;
  readonly recordedAt: string;
};

/** The session after one more event; checks nothing, for it has happened. */
export function evolveSession(session: Session, event: RecordedTrainingEvent): Session {
  return { ...applied(session, event), revision: event.revision };
}

function applied(session: Session, event: RecordedTrainingEvent): Session {
  switch (event.type) {
    case 'SessionPlanned': {
      const { sessionId, ...facts } = event.data;
      return { ...session, ...facts, id: sessionId, stamp: event.recordedAt };
    }
    case 'SessionMoved': {
      const { reasonCode: _, ...appointment } = event.data;
      const { wasOn, venueId: __, ...rest } = session;
      const before = appointment.on === session.on ? wasOn : session.on;
      return {
        ...nextVersion(rest, event),
        ...appointment,
        ...(before === undefined ? {} : { wasOn: before }),
      };
    }
    case 'SessionCancelled':
      return { ...nextVersion(session, event), cancelled: event.data };
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

const nextVersion = <Kept extends Pick<Session, 'sequence'>>(
  session: Kept,
  { recordedAt }: RecordedTrainingEvent,
) => ({ ...session, sequence: session.sequence + 1, stamp: recordedAt });

export const samePlace = (x: Place, y: Place) =>
  x.teacherId === y.teacherId && x.linkRef === y.linkRef && x.side === y.side;

/** Length of a session in minutes, from its London wall-clock times. */
export function sessionMinutes({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return minutes(endsAt) - minutes(startsAt);
}
