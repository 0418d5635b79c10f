import type { Side, TrainingKind } from '@linking/events/link/link-events.js';
import { samePlace, type Place } from '@linking/domain/training/session.js';
import type { TrainingEvent } from '@linking/events/training/training-events.js';

export interface DiaryPlace {
  readonly teacherId: string;
  readonly linkRef: string;
  readonly side: Side;
  readonly status: 'taken' | 'waiting';
  readonly attended?: boolean;
  readonly minutes?: number;
  readonly reasonCode?: string;
}

/** One training session with who has a place, who waits, and who came. */
export interface DiarySession {
  readonly sessionId: string;
  readonly programme: string;
  readonly kind: TrainingKind;
  readonly on: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly venueId?: string;
  readonly capacity: number;
  /** Why it does not take place. */
  readonly cancelledFor?: string;
  readonly revision: number;
  readonly places: readonly DiaryPlace[];
}

export function foldTrainingDiary(
  session: DiarySession | undefined,
  event: TrainingEvent,
  { revision }: { readonly revision: number },
): DiarySession | undefined {
  if (event.type === 'SessionPlanned') return { ...event.data, revision, places: session?.places ?? [] };
  if (session === undefined) return undefined;
  switch (event.type) {
    case 'SessionMoved': {
      const { venueId: _, ...rest } = session;
      const { reasonCode: __, ...appointment } = event.data;
      return { ...rest, ...appointment, revision };
    }
    case 'SessionCancelled':
      return { ...session, cancelledFor: event.data.reasonCode, revision };
    case 'PlaceTaken':
    case 'WaitingForPlace':
    case 'PlaceGivenUp':
    case 'AttendanceRecorded':
      return { ...session, revision, places: foldPlaces(session.places, event) };
  }
}

function foldPlaces(
  places: readonly DiaryPlace[],
  event: Exclude<TrainingEvent, { type: `Session${string}` }>,
): readonly DiaryPlace[] {
  switch (event.type) {
    case 'PlaceTaken':
      return [...without(places, event.data), { ...event.data, status: 'taken' }];
    case 'WaitingForPlace':
      return [...without(places, event.data), { ...event.data, status: 'waiting' }];
    case 'PlaceGivenUp':
      return without(places, event.data);
    case 'AttendanceRecorded':
      return places.map((place) => {
        const entry = event.data.entries.find(({ teacherId }) => teacherId === place.teacherId);
        if (entry === undefined) return place;
        const { reasonCode: _, ...rest } = place;
        const { attended, minutes, reasonCode } = entry;
        return { ...rest, attended, minutes, ...(reasonCode === undefined ? {} : { reasonCode }) };
      });
  }
}

const without = (places: readonly DiaryPlace[], gone: Place) =>
  places.filter((place) => !samePlace(place, gone));
