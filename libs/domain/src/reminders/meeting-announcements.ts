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
  return meetingHistories(link).flatMap((history) => {
    const { meeting } = history.current;
    // A meeting that was held, or whose day was past when it was written down, announces nothing.
    if (meeting.status === 'held' || !liesAhead(history.current)) return [];
    return [...toTeachers(link, history), ...(isVisit(meeting.number) ? [] : toVenues(link, history))];
  });
}

type Times = Record<'startsAt' | 'endsAt', string>;

/** A version of which people can be told; one that was held without a plan has no times. */
export type ToldVersion = MeetingVersion & { readonly meeting: Times };

/** How a meeting stands, and how it stood before. */
export interface MeetingHistory {
  readonly earlier: readonly ToldVersion[];
  readonly current: ToldVersion;
}

/** Of each meeting whose times were said. */
export const meetingHistories = (link: Link): readonly MeetingHistory[] =>
  [...meetingVersions(link).values()].flatMap((versions) => {
    const told = versions.filter(hasTimes);
    return told.slice(-1).map((current) => ({ earlier: told.slice(0, -1), current }));
  });

const hasTimes = (version: MeetingVersion): version is ToldVersion =>
  version.meeting.startsAt !== undefined && version.meeting.endsAt !== undefined;

/** Whether the day of a version was still to come, or there, when it was recorded. */
export const liesAhead = ({ meeting, stamp }: MeetingVersion) => meeting.on >= londonDay(stamp);

/** What a mail says of a meeting as it stands in a version. */
export function aboutMeeting(
  link: Link,
  side: Side,
  { meeting, sequence, stamp }: ToldVersion,
): Omit<AboutMeeting, 'audience'> {
  const { number, mode, on, startsAt, endsAt, venueId, hostSide, pupilsExpected } = meeting;
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

function toTeachers(link: Link, { earlier, current }: MeetingHistory): readonly WantedMail[] {
  return readers(link, current.meeting.on).flatMap(({ side, personId }) => {
    const named = namedAt(link, personId);
    const knew = earlier.some(({ revision, cancelled }) => named <= revision && !cancelled);
    if (!knew && current.cancelled) return [];
    const change = changeWith(current, knew ? earlier.at(-1) : undefined);
    return [announcement(link, { side, personId, audience: 'teacher' }, current, change)];
  });
}

/** Each venue that was ever meant: where the meeting is now, how it stands; elsewhere, that it is not there any more. */
function toVenues(link: Link, { earlier, current }: MeetingHistory): readonly WantedMail[] {
  const versions = [...earlier, current];
  const meant = new Set(versions.flatMap(({ meeting }) => meeting.venueId ?? []));
  return [...meant].flatMap((venueId) => {
    const there = versions.map(({ meeting, cancelled }) => meeting.venueId === venueId && !cancelled);
    const last = there.lastIndexOf(true);
    const [version, next] = [versions[last], versions[last + 1]];
    if (version === undefined) return [];
    const to = { side: 'a', personId: venueId, audience: 'venue' } as const;
    if (next === undefined) {
      const before = there[last - 1] ? versions[last - 1] : undefined;
      return [announcement(link, to, version, changeWith(version, before))];
    }
    const { sequence, stamp } = next;
    return [announcement(link, to, { ...version, sequence, stamp }, { change: 'cancelled' })];
  });
}

function announcement(
  link: Link,
  { side, personId, audience }: Reader & Pick<AboutMeeting, 'audience'>,
  version: ToldVersion,
  change: { readonly change: AppointmentChange; readonly wasOn?: string },
): WantedMail {
  const { number, on } = version.meeting;
  const rule = isVisit(number) ? 'N20' : 'N15';
  const ended = change.change === 'cancelled' && link.outcome !== 'open';
  return immediateMail(link, {
    step: `meeting-${number}-v${version.sequence}`,
    anchorDate: on,
    personId,
    ...(audience === 'venue' ? { mailbox: 'venue' } : {}),
    content: {
      rule,
      ...aboutMeeting(link, side, version),
      audience,
      ...change,
      ...(ended ? { linkEnded: true } : {}),
    },
  });
}

/** Revision of the fact that first named a teacher in this link. */
export function namedAt(link: Link, teacherId: string): number {
  const fact = link.entries.find(({ event }) => {
    if (event.type === 'InterestRecorded' || event.type === 'ClassConfirmed') {
      return event.data.teachers.some((teacher) => teacher.teacherId === teacherId);
    }
    if (event.type === 'TeacherReplaced') return event.data.to === teacherId;
    return event.type === 'TeacherAssigned' && event.data.teacherId === teacherId;
  });
  return fact?.event.revision ?? 0;
}
