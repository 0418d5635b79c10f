import type { MeetingNumber, Side } from '@linking/events/link/link-events.js';
import { londonDay } from '../calendar/london.js';
import { bothSides, meetingOf, otherSide, type Link, type Meeting } from '../link/link.js';
import { aboutLink, immediateMail, teacherIds } from './link-mail.js';
import type { AboutMeeting, AppointmentChange } from './mail-facts.js';
import { changeWith, meetingVersions, type MeetingVersion } from './meeting-versions.js';
import type { WantedMail } from './wanted-mail.js';

/** N15 of the first meeting and the celebration, N20 of a visit: how each stands, to everybody once. */
export function announcements(link: Link): readonly WantedMail[] {
  return ([1, 2, 3, 4] as const).flatMap((number) => {
    const versions = meetingVersions(link, number);
    // A meeting that was held, or whose day was past when it was written down, announces nothing.
    if (meetingOf(link, number)?.status === 'held' || !liesAhead(versions.at(-1))) return [];
    return [...toTeachers(link, versions), ...toVenues(link, versions)];
  });
}

/** Whether the day of a version was still to come, or there, when it was recorded. */
export const liesAhead = (version: MeetingVersion | undefined): version is MeetingVersion =>
  version !== undefined && version.meeting.on >= londonDay(version.stamp);

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
    partnerTeacherIds: teacherIds(link, otherSide(side)),
    sequence,
    stamp,
  };
}

/** The teachers with the side on which they read of it; who has both classes of a school reads once. */
export function readers(link: Link): readonly { readonly side: Side; readonly personId: string }[] {
  const told = new Set<string>();
  return bothSides.flatMap((side) =>
    teacherIds(link, side).flatMap((personId) => {
      if (told.has(personId)) return [];
      told.add(personId);
      return [{ side, personId }];
    }),
  );
}

/** The venues of the first meeting and of the celebration are places of others; visits are at a school. */
export const hasVenue = (number: MeetingNumber) => number === 1 || number === 4;

function toTeachers(link: Link, versions: readonly MeetingVersion[]): readonly WantedMail[] {
  const earlier = versions.slice(0, -1);
  const current = versions.at(-1);
  if (current === undefined) return [];
  return readers(link).flatMap(({ side, personId }) => {
    const named = namedAt(link, personId);
    const knew = earlier.filter(({ revision, cancelled }) => named <= revision && !cancelled).length > 0;
    const change = knew ? changeWith(current, earlier.at(-1)) : changeWith(current, undefined);
    if (!knew && current.cancelled) return [];
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
    if (version === undefined || !hasVenue(version.meeting.number)) return [];
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
  { side, personId, audience }: { side: Side; personId: string; audience: AboutMeeting['audience'] },
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
      content: { rule: ruleOf(version.meeting), ...about, audience, ...change },
    }),
  ];
}

const ruleOf = ({ number }: Meeting) => (number === 1 || number === 4 ? 'N15' : 'N20');

/** Revision of the fact that first named a teacher in this link. */
function namedAt(link: Link, teacherId: string): number {
  const fact = link.entries.find(({ event }) => {
    switch (event.type) {
      case 'InterestRecorded':
      case 'ClassConfirmed':
        return event.data.teachers.some((teacher) => teacher.teacherId === teacherId);
      case 'TeacherAssigned':
        return event.data.teacherId === teacherId;
      case 'TeacherReplaced':
        return event.data.to === teacherId;
      default:
        return false;
    }
  });
  return fact?.event.revision ?? 0;
}
