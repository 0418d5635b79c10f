import type { Side, TrainingKind } from '@linking/events/link/link-events.js';
import type { AboutMeeting, Appointment } from '@linking/domain/reminders/mail-facts.js';
import type { PlaceWords } from '../appointment-words.js';
import { oneLine } from '../one-line.js';
import { meetingUid, trainingUid, type CalendarEntry } from './calendar-entry.js';

interface Version extends Pick<Appointment, 'on' | 'startsAt' | 'endsAt' | 'sequence' | 'stamp'> {
  readonly cancelled: boolean;
  readonly place: PlaceWords;
  /** Name of the programme. */
  readonly programme: string;
}

export interface MeetingVersion extends Version, Pick<AboutMeeting, 'number' | 'hostSide'> {
  readonly ref: string;
  /** Names of the two schools. */
  readonly schools: Readonly<Record<Side, string>>;
}

export interface TrainingVersion extends Version {
  readonly sessionId: string;
  readonly kind: TrainingKind;
}

/** A meeting of a link as calendars show it: schools, place and time, and nobody's name. */
export const meetingEntry = (meeting: MeetingVersion, mailDomain: string): CalendarEntry => ({
  uid: meetingUid(meeting.ref, meeting.number, mailDomain),
  ...appointment(meeting),
  summary: oneLine(meetingSummary(meeting)),
  description:
    `Schools Linking ${oneLine(meeting.programme)}, link ${meeting.ref}.\n` +
    'Risk assessment and safeguarding stay with each school.',
});

/** A training session, for whoever has a place and whoever holds it. */
export const trainingEntry = (session: TrainingVersion, mailDomain: string): CalendarEntry => ({
  uid: trainingUid(session.sessionId, mailDomain),
  ...appointment(session),
  summary: TRAINING[session.kind],
  description: `Schools Linking ${oneLine(session.programme)}, for link teachers.`,
});

const TRAINING: Readonly<Record<TrainingKind, string>> = {
  'initial-full': 'Linking training, full day',
  'initial-half': 'Linking training, half day',
  'planning-half': 'Linking: planning half-day',
};

function appointment({ on, startsAt, endsAt, sequence, stamp, cancelled, place }: Version) {
  const location = locationOf(place);
  return {
    sequence,
    stamp,
    status: cancelled ? 'CANCELLED' : 'CONFIRMED',
    day: on,
    startsAt,
    endsAt,
    ...(location === undefined ? {} : { location }),
  } as const;
}

function locationOf(place: PlaceWords): string | undefined {
  switch (place.kind) {
    case 'venue':
      return `${oneLine(place.name)}, ${oneLine(place.postcode)}`;
    case 'school':
      return oneLine(place.name);
    case 'online':
      return 'Online';
    case 'to-follow':
      return undefined;
  }
}

function meetingSummary({ number, hostSide, schools }: MeetingVersion): string {
  const both = schools.a === schools.b ? `two classes of ${schools.a}` : `${schools.a} and ${schools.b}`;
  switch (number) {
    case 1:
      return `First meeting: ${both}`;
    case 4:
      return `Celebration: ${both}`;
    case 2:
    case 3: {
      if (hostSide === undefined || schools.a === schools.b) return `Linking visit: ${both}`;
      const [host, guest] = hostSide === 'a' ? [schools.a, schools.b] : [schools.b, schools.a];
      return `Linking visit: ${guest} at ${host}`;
    }
  }
}
