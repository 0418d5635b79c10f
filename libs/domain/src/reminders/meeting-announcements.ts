import type { MeetingNumber, Side } from '@linking/events/link/link-events.js';
import { londonDay } from '../calendar/london.js';
import { bothSides, otherSide, type Link } from '../link/link.js';
import { meetingVersions, type MeetingVersion } from '../link/meeting-appointments.js';
import { changeWith } from './change-of-meeting.js';
import { aboutLink, immediateMail, teacherIdsOn } from './link-mail.js';
import type { AboutMeeting, AppointmentChange } from './mail-facts.js';
import type { WantedMail } from './wanted-mail.js';

/** N15 of the first meeting and the celebration, N20 of a visit: how each stands, to everybody once. */
export function announcements(link: Link): readonly WantedMail[] {
  return [...meetingVersions(link).values()].flatMap((versions) => {
    const current = versions.at(-1);
    // A meeting that was held, or whose day was past when it was written down, announces nothing.
    if (current === undefined || current.meeting.status === 'held' || !liesAhead(current)) return [];
    return [...toTeachers(link, versions), ...toVenues(link, versions)];
  });
}

/** Whether the day of a version was still to come, or there, when it was recorded. */
export const liesAhead = ({ meeting, stamp }: MeetingVersion) => meeting.on >= londonDay(stamp);

/** What a mail says of a meeting as it stands in a version; `undefined` when its times were never said. */
export function aboutMeeting(
  link: Link,
  side: Side,
  { meeting, sequence, stamp }: MeetingVersion,
): Omit<AboutMeeting, 'audience'> | undefined {
  const { number, mode, on, startsAt, endsAt, venueId, hostSide, pupilsExpected } = meeting;
  if (startsAt === undefined || endsAt === undefined) return undefined;
  return {
    ...aboutLink(link, side),
    number,
    mode,
    on,
    startsAt,
    endsAt,
    ...(venueId === undefined ? {} : { venueId }),
    ...(hostSide === undefined ? {} : { hostSide }),
    ...(pupilsExpected === undefined ? {} : { pupilsExpected }),
    partnerTeacherIds: teacherIdsOn(link, otherSide(side), on),
    sequence,
    stamp,
  };
}

export interface Reader {
  readonly side: Side;
  readonly personId: string;
}

/** The teachers of a day with the side on which they read of it; who has both classes of a school reads once. */
export function readers(link: Link, day: string): readonly Reader[] {
  const told = new Set<string>();
  return bothSides.flatMap((side) =>
    teacherIdsOn(link, side, day).flatMap((personId) => {
      if (told.has(personId)) return [];
      told.add(personId);
      return [{ side, personId }];
    }),
  );
}

/** Visits are at a school; the first meeting and the celebration may have a venue, which is told of them too. */
export const isVisit = (number: MeetingNumber) => number === 2 || number === 3;

function toTeachers(link: Link, versions: readonly MeetingVersion[]): readonly WantedMail[] {
  const earlier = versions.slice(0, -1);
  const current = versions.at(-1);
  if (current === undefined) return [];
  return readers(link, current.meeting.on).flatMap(({ side, personId }) => {
    const named = namedAt(link, personId);
    const knew = earlier.some(({ revision, cancelled }) => named <= revision && !cancelled);
    if (!knew && current.cancelled) return [];
    const change = changeWith(current, knew ? earlier.at(-1) : undefined);
    return announcement(link, { side, personId, audience: 'teacher' }, current, change);
  });
}

/** Each venue that was ever meant: where the meeting is now, how it stands; elsewhere, that it is not there any more. */
function toVenues(link: Link, versions: readonly MeetingVersion[]): readonly WantedMail[] {
  const meant = new Set(versions.flatMap(({ meeting }) => meeting.venueId ?? []));
  return [...meant].flatMap((venueId) => {
    const there = versions.map(({ meeting, cancelled }) => meeting.venueId === venueId && !cancelled);
    const last = there.lastIndexOf(true);
    const [version, next] = [versions[last], versions[last + 1]];
    if (version === undefined || isVisit(version.meeting.number)) return [];
    const to = { side: 'a', personId: venueId, audience: 'venue' } as const;
    if (next === undefined) {
      return announcement(
        link,
        to,
        version,
        changeWith(version, there[last - 1] ? versions[last - 1] : undefined),
      );
    }
    const { sequence, stamp, revision } = next;
    return announcement(link, to, { ...version, sequence, stamp, revision }, { change: 'cancelled' });
  });
}

function announcement(
  link: Link,
  { side, personId, audience }: Reader & Pick<AboutMeeting, 'audience'>,
  version: MeetingVersion,
  change: { readonly change: AppointmentChange; readonly wasOn?: string },
): readonly WantedMail[] {
  const about = aboutMeeting(link, side, version);
  if (about === undefined) return [];
  const { number, on } = version.meeting;
  return [
    immediateMail(link, {
      step: `meeting-${number}-v${version.sequence}`,
      anchorDate: on,
      personId,
      ...(audience === 'venue' ? { mailbox: 'venue' } : {}),
      content: { rule: isVisit(number) ? 'N20' : 'N15', ...about, audience, ...change },
    }),
  ];
}

/** Revision of the fact that first named a teacher in this link. */
function namedAt(link: Link, teacherId: string): number {
  const fact = link.entries.find(({ event }) => {
    if (event.type === 'InterestRecorded' || event.type === 'ClassConfirmed') {
      return event.data.teachers.some((teacher) => teacher.teacherId === teacherId);
    }
    if (event.type === 'TeacherReplaced') return event.data.to === teacherId;
    return event.type === 'TeacherAssigned' && event.data.teacherId === teacherId;
  });
  return fact?.event.revision ?? 0;
}
