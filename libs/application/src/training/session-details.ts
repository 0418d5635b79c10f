import type pg from 'pg';
import type { Side, TrainingKind } from '@linking/events/link/link-events.js';
import type { DiarySession } from '@linking/projections/training-diary/training-diary.js';
import type { Session } from '@linking/domain/training/session.js';
import { sessionWarnings, type SessionWarning } from '@linking/domain/training/session-warnings.js';
import { peopleById } from '../people/people.js';
import { venueNames } from '../venues/venue-details.js';

export interface PlaceDetails {
  readonly teacherId: string;
  readonly teacher: string;
  readonly linkRef: string;
  readonly side: Side;
  readonly status: 'taken' | 'waiting';
  readonly attended?: boolean;
  readonly minutes?: number;
  readonly reasonCode?: string;
}

/** A training session with who has a place, who waits, and who came. */
export interface SessionDetails {
  readonly id: string;
  readonly revision: number;
  readonly programme: string;
  readonly kind: TrainingKind;
  readonly on: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly venueId?: string;
  readonly venue?: string;
  readonly capacity: number;
  /** Why the session does not take place. */
  readonly cancelledFor?: string;
  readonly places: readonly PlaceDetails[];
  /** What looks odd about its day and stops nothing. */
  readonly warnings: readonly SessionWarning[];
}

/** The sessions of the diary with today's names, in the same order. */
export async function sessionDetails(
  pool: pg.Pool,
  sessions: readonly DiarySession[],
): Promise<readonly SessionDetails[]> {
  const [people, venues] = await Promise.all([
    peopleById(
      pool,
      sessions.flatMap(({ places }) => places.map(({ teacherId }) => teacherId)),
    ),
    venueNames(
      pool,
      sessions.flatMap(({ venueId }) => venueId ?? []),
    ),
  ]);
  return sessions.map(({ sessionId, places, ...session }) => {
    const venue = venues.get(session.venueId ?? '');
    return {
      ...session,
      id: sessionId,
      ...(venue === undefined ? {} : { venue }),
      places: places.map((place) => ({
        ...place,
        teacher: people.get(place.teacherId)?.name ?? 'former teacher',
      })),
      warnings: sessionWarnings(session),
    };
  });
}

/** A session as its own stream tells it, in the form of the diary. */
export function diaryEntry(session: Session): DiarySession {
  const {
    id,
    places,
    waiting,
    attendance,
    cancelled,
    sequence: _,
    stamp: __,
    wasOn: ___,
    ...facts
  } = session;
  const came = new Map(attendance.map(({ teacherId, ...entry }) => [teacherId, entry]));
  const shown = (status: 'taken' | 'waiting') => (place: Session['places'][number]) => ({
    ...place,
    status,
    ...came.get(place.teacherId),
  });
  return {
    ...facts,
    ...(cancelled === undefined ? {} : { cancelledFor: cancelled.reasonCode }),
    sessionId: id,
    places: [...places.map(shown('taken')), ...waiting.map(shown('waiting'))],
  };
}
