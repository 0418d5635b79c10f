import { londonDay } from '../calendar/london.js';
import type { LinkEventData } from '@linking/events/link/link-events.js';
import type { RecordedLinkEvent } from '../link/link.js';
import { effectiveFacts, mend } from '../link/mend.js';
import type { CarriedCommand } from './carried-command.js';

type Ending = Extract<
  RecordedLinkEvent,
  { readonly type: 'EnrolmentWithdrawn' | 'TrainingAttended' | 'TrainingMissed' }
>;

type Place = LinkEventData['TeacherEnrolled'];
type Leaving = Extract<RecordedLinkEvent, { readonly type: 'TeacherReplaced' | 'LinkWithdrawn' }>;

/**
 * A teacher who was replaced, and those of a school that withdrew, come to no session to come for this link: somebody
 * who waits gets the place.
 */
export function placesGivenUp(
  event: Leaving,
  linkRef: string,
  stream: readonly RecordedLinkEvent[],
): readonly CarriedCommand[] {
  const { recordedAt, occurredOn } = event;
  const places = new Map<string, Place>();
  for (const fact of effectiveFacts(mend(stream))) {
    if (fact.type === 'TeacherEnrolled') places.set(keyOf(fact.data), fact.data);
    if (endsPlace(fact)) places.delete(keyOf(fact.data));
  }
  return [...places.values()]
    .filter((place) => leaves(event, place) && place.on >= londonDay(recordedAt))
    .map(({ sessionId, side, teacherId }) => ({
      target: 'training',
      id: sessionId,
      occurredOn,
      command: { type: 'GiveUpPlace', linkRef, side, teacherId },
    }));
}

const keyOf = ({ side, teacherId, sessionId }: Pick<Place, 'side' | 'teacherId'> & { sessionId?: string }) =>
  JSON.stringify([side, teacherId, sessionId]);

const leaves = ({ type, data }: Leaving, place: Place) =>
  type === 'TeacherReplaced'
    ? place.side === data.side && place.teacherId === data.from
    : data.side === 'both' || place.side === data.side;

/** It was given up before, or the register says already whether she came. */
const endsPlace = (fact: RecordedLinkEvent): fact is Ending =>
  fact.type === 'EnrolmentWithdrawn' || fact.type === 'TrainingAttended' || fact.type === 'TrainingMissed';
