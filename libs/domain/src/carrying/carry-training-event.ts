import type { TrainingEvent, TrainingEventData } from '@linking/events/training/training-events.js';
import type { CarriedCommand } from './carried-command.js';

type Session = Pick<TrainingEventData['SessionPlanned'], 'sessionId' | 'kind' | 'on'>;
type Place = TrainingEventData['PlaceTaken'];

/** The register of a session is the truth: places and attendance go into every link the teacher came for. */
export function carryTrainingEvent(
  event: TrainingEvent,
  stream: readonly TrainingEvent[],
  occurredOn: string,
): readonly CarriedCommand[] {
  const session = sessionOf(stream);
  if (session === undefined) return [];
  switch (event.type) {
    case 'PlaceTaken':
      return [enrol(session, event.data, occurredOn)];
    case 'PlaceGivenUp':
      return [giveUp(session, event.data, occurredOn)];
    case 'AttendanceRecorded':
      return attendance(session, event.data.entries, placesOf(stream));
    case 'SessionMoved':
      return seatedIn(stream).map((place) => enrol(session, place, occurredOn));
    case 'SessionCancelled':
      return seatedIn(stream).map((place) => giveUp(session, place, occurredOn, { cancelled: true }));
    case 'SessionPlanned':
    case 'WaitingForPlace':
      return [];
  }
}

/** The session with the day it has after the last move. */
function sessionOf(stream: readonly TrainingEvent[]): Session | undefined {
  const planned = stream.findLast((one) => one.type === 'SessionPlanned')?.data;
  const moved = stream.findLast((one) => one.type === 'SessionMoved')?.data;
  return planned === undefined ? undefined : { ...planned, on: moved?.on ?? planned.on };
}

const enrol = (
  session: Session,
  { linkRef, side, teacherId }: Place,
  occurredOn: string,
): CarriedCommand => ({
  target: 'link',
  id: linkRef,
  occurredOn,
  command: {
    type: 'EnrolTeacher',
    side,
    teacherId,
    sessionId: session.sessionId,
    kind: session.kind,
    on: session.on,
  },
});

const giveUp = (
  session: Session,
  { linkRef, side, teacherId }: Place,
  occurredOn: string,
  why: { readonly cancelled?: true } = {},
): CarriedCommand => ({
  target: 'link',
  id: linkRef,
  occurredOn,
  command: { type: 'WithdrawEnrolment', side, teacherId, sessionId: session.sessionId, ...why },
});

function attendance(
  { sessionId, kind, on }: Session,
  entries: TrainingEventData['AttendanceRecorded']['entries'],
  places: readonly Place[],
): readonly CarriedCommand[] {
  return entries.flatMap((entry) =>
    places
      .filter(({ teacherId }) => teacherId === entry.teacherId)
      .map(({ linkRef, side, teacherId }): CarriedCommand => {
        const whose = { side, teacherId, sessionId, kind };
        return {
          target: 'link',
          id: linkRef,
          occurredOn: on,
          command: entry.attended
            ? { type: 'RecordTrainingAttended', ...whose, minutes: entry.minutes }
            : { type: 'RecordTrainingMissed', ...whose, reasonCode: entry.reasonCode ?? 'not-known' },
        };
      }),
  );
}

/** Who has a place, for which link. */
function seatedIn(stream: readonly TrainingEvent[]): readonly Place[] {
  const places = new Map<string, Place>();
  for (const event of stream) {
    if (event.type === 'PlaceTaken') places.set(keyOf(event.data), event.data);
    if (event.type === 'PlaceGivenUp') places.delete(keyOf(event.data));
  }
  return [...places.values()];
}

/** Who came for which link: with a place, or from the waiting list because somebody else stayed away. */
function placesOf(stream: readonly TrainingEvent[]): readonly Place[] {
  const places = new Map<string, Place>();
  for (const event of stream) {
    if (event.type === 'PlaceTaken' || event.type === 'WaitingForPlace') {
      places.set(keyOf(event.data), event.data);
    }
    if (event.type === 'PlaceGivenUp') places.delete(keyOf(event.data));
  }
  return [...places.values()];
}

const keyOf = ({ teacherId, linkRef, side }: Place) => `${teacherId} ${linkRef} ${side}`;
