import type { MeetingNumber } from '@linking/events/link/link-events.js';
import { unknownLink, type Link, type Meeting, type RecordedLinkEvent } from './link.js';
import { withMeetingFact } from './meeting-facts.js';
import { effectiveFacts, isMending, mend } from './mend.js';

/** A meeting as calendars know it. */
export interface MeetingAppointment {
  /** As it stands; as it last stood when its plan was voided. */
  readonly meeting: Meeting;
  /** It was called off, its plan was voided, or the link ended before it. */
  readonly cancelled: boolean;
  /** RFC 5545 SEQUENCE: 0 at first, one more for each change of date, time, place or standing. */
  readonly sequence: number;
  /** RFC 5545 DTSTAMP: when the fact behind this version was recorded. */
  readonly stamp: string;
}

/** Every meeting of a link that ever had a date, by number; a correction or a void that changes one is its next version. */
export function meetingAppointments(link: Pick<Link, 'entries'>): readonly MeetingAppointment[] {
  const told: RecordedLinkEvent[] = [];
  const known = new Map<MeetingNumber, MeetingAppointment>();
  for (const { event } of link.entries) {
    if (!isMeetingFact(event) && !isMending(event) && !endsBeforeItsMeetings(event)) continue;
    told.push(event);
    for (const now of standing(told, known)) {
      const before = known.get(now.meeting.number);
      if (before !== undefined && sameToCalendars(before, now)) {
        known.set(now.meeting.number, { ...before, meeting: now.meeting });
      } else {
        const sequence = before === undefined ? 0 : before.sequence + 1;
        known.set(now.meeting.number, { ...now, sequence, stamp: event.recordedAt });
      }
    }
  }
  return [...known.values()].toSorted((x, y) => x.meeting.number - y.meeting.number);
}

type Standing = Pick<MeetingAppointment, 'meeting' | 'cancelled'>;

/** The meetings after these facts; one that is no longer told of is cancelled. */
function standing(
  told: readonly RecordedLinkEvent[],
  known: ReadonlyMap<MeetingNumber, MeetingAppointment>,
): readonly Standing[] {
  const facts = effectiveFacts(mend(told));
  const ended = facts.some(endsBeforeItsMeetings);
  const { meetings } = facts.filter(isMeetingFact).reduce(withMeetingFact, unknownLink);
  const gone = [...known.values()].filter(
    ({ meeting }) => !meetings.some(({ number }) => number === meeting.number),
  );
  return [
    ...meetings.map((meeting) => ({
      meeting,
      cancelled: meeting.status === 'cancelled' || (ended && meeting.status === 'planned'),
    })),
    ...gone.map(({ meeting }) => ({ meeting, cancelled: true })),
  ];
}

function sameToCalendars(x: Standing, y: Standing): boolean {
  const shown = ({ meeting, cancelled }: Standing) => {
    const { on, startsAt, endsAt, mode, venueId, hostSide } = meeting;
    return JSON.stringify([cancelled, on, startsAt, endsAt, mode, venueId, hostSide]);
  };
  return shown(x) === shown(y);
}

type MeetingFact = RecordedLinkEvent & Parameters<typeof withMeetingFact>[1];

const meetingFacts: ReadonlySet<RecordedLinkEvent['type']> = new Set<MeetingFact['type']>([
  'MeetingPlanned',
  'ReadyForTheDay',
  'MeetingRescheduled',
  'MeetingMovedOnline',
  'MeetingCancelled',
  'MeetingHeld',
]);

const isMeetingFact = (event: RecordedLinkEvent): event is MeetingFact => meetingFacts.has(event.type);

const endsBeforeItsMeetings = ({ type }: RecordedLinkEvent) =>
  type === 'LinkWithdrawn' || type === 'LinkNotFormed';
