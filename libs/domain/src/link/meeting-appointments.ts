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

/** One of the ways in which a meeting stood, until the next fact that calendars show. */
export interface MeetingVersion extends MeetingAppointment {
  /** Revision of the fact behind it. */
  readonly revision: number;
}

/** Every meeting of a link that ever had a date, by number; a correction or a void that changes one is its next version. */
export function meetingAppointments(link: Pick<Link, 'entries'>): readonly MeetingAppointment[] {
  return [...meetingVersions(link).values()]
    .flatMap((versions) => versions.at(-1) ?? [])
    .toSorted((x, y) => x.meeting.number - y.meeting.number);
}

/** All versions of every meeting, the first one first. */
export function meetingVersions(
  link: Pick<Link, 'entries'>,
): ReadonlyMap<MeetingNumber, readonly MeetingVersion[]> {
  const told = link.entries.map(({ event }) => event).filter(mayMoveMeetings);
  const known = new Map<MeetingNumber, MeetingVersion[]>();
  for (const [index, event] of told.entries()) {
    for (const now of standing(told.slice(0, index + 1), known)) {
      const versions = known.get(now.meeting.number) ?? [];
      known.set(now.meeting.number, versions);
      const last = versions.at(-1);
      if (last !== undefined && sameToCalendars(last, now)) {
        versions[versions.length - 1] = { ...last, meeting: now.meeting };
      } else {
        const { recordedAt: stamp, revision } = event;
        versions.push({ ...now, sequence: versions.length, stamp, revision });
      }
    }
  }
  return known;
}

type Standing = Pick<MeetingAppointment, 'meeting' | 'cancelled'>;

/** The meetings after these facts; one that is no longer told of is cancelled. */
function standing(
  told: readonly RecordedLinkEvent[],
  known: ReadonlyMap<MeetingNumber, readonly MeetingVersion[]>,
): readonly Standing[] {
  const facts = effectiveFacts(mend(told));
  const ends = facts.filter(endsBeforeItsMeetings);
  // Closed at the end of its year, a link may have met before without a word of it.
  const isOff = ({ on }: Meeting) =>
    ends.some((end) => end.type !== 'LinkClosedIncomplete' || on >= end.occurredOn);
  const { meetings } = facts.filter(isMeetingFact).reduce(withMeetingFact, unknownLink);
  const gone = [...known.values()]
    .flatMap((versions) => versions.at(-1) ?? [])
    .filter(({ meeting }) => !meetings.some(({ number }) => number === meeting.number));
  return [
    ...meetings.map((meeting) => ({
      meeting,
      cancelled: meeting.status === 'cancelled' || (meeting.status === 'planned' && isOff(meeting)),
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
  'AnotherDateAsked',
  'AnotherDateDeclined',
  'MeetingRescheduled',
  'MeetingMovedOnline',
  'MeetingCancelled',
  'MeetingHeld',
]);

const isMeetingFact = (event: RecordedLinkEvent): event is MeetingFact => meetingFacts.has(event.type);

const endsBeforeItsMeetings = ({ type }: RecordedLinkEvent) =>
  type === 'LinkWithdrawn' || type === 'LinkNotFormed' || type === 'LinkClosedIncomplete';

const mayMoveMeetings = (event: RecordedLinkEvent) =>
  isMeetingFact(event) || isMending(event) || endsBeforeItsMeetings(event);
