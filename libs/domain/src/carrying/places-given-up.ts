import { londonDay } from '../calendar/london.js';
import type { LinkEventData } from '@linking/events/link/link-events.js';
import type { RecordedLinkEvent } from '../link/link.js';
import { effectiveFacts, mend } from '../link/mend.js';
import type { CarriedCommand } from './carried-command.js';

type Replaced = Extract<RecordedLinkEvent, { readonly type: 'TeacherReplaced' }>;
type Ending = Extract<
  RecordedLinkEvent,
  { readonly type: 'EnrolmentWithdrawn' | 'TrainingAttended' | 'TrainingMissed' }
>;

/** A teacher who was replaced comes to no session to come for this link: somebody who waits gets her place. */
export function placesGivenUp(
  { data: { side, from }, recordedAt, occurredOn }: Replaced,
  linkRef: string,
  stream: readonly RecordedLinkEvent[],
): readonly CarriedCommand[] {
  const places = new Map<string | undefined, LinkEventData['TeacherEnrolled']>();
  for (const fact of effectiveFacts(mend(stream))) {
    if (fact.type === 'TeacherEnrolled' && isHers(fact.data, side, from)) {
      places.set(fact.data.sessionId, fact.data);
    }
    if (endsPlace(fact) && isHers(fact.data, side, from)) places.delete(fact.data.sessionId);
  }
  return [...places.values()]
    .filter(({ on }) => on >= londonDay(recordedAt))
    .map(({ sessionId }) => ({
      target: 'training',
      id: sessionId,
      occurredOn,
      command: { type: 'GiveUpPlace', linkRef, side, teacherId: from },
    }));
}

/** It was given up before, or the register says already whether she came. */
const endsPlace = (fact: RecordedLinkEvent): fact is Ending =>
  fact.type === 'EnrolmentWithdrawn' || fact.type === 'TrainingAttended' || fact.type === 'TrainingMissed';

const isHers = (
  place: { readonly side: 'a' | 'b'; readonly teacherId: string },
  side: 'a' | 'b',
  teacherId: string,
) => place.side === side && place.teacherId === teacherId;
