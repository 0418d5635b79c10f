import { addDays } from '../calendar/london.js';
import { schoolDayOnOrBefore } from '../calendar/school-days.js';
import { isSkipped, type Link } from '../link/link.js';
import { howDidItGoDays } from './how-did-it-go-days.js';
import { scheduledMail } from './link-mail.js';
import { aboutMeeting, announcements, hasVenue, liesAhead, readers } from './meeting-announcements.js';
import { meetingVersions } from './meeting-versions.js';
import type { WantedMail } from './wanted-mail.js';

/** What an open link asks for: each meeting is announced as it stands, prepared for, and asked about afterwards. */
export const meetingMails = (link: Link): readonly WantedMail[] => [
  ...announcements(link),
  ...beforeAndAfter(link),
];

/** Of a paused link: nothing new is planned, but nobody shall stand before a closed door. */
export const movedMeetingMails = (link: Link) =>
  announcements(link).filter(({ content }) => 'change' in content && content.change !== 'planned');

/** Of a link that ended: the meetings to come do not take place. */
export const calledOffMails = (link: Link) =>
  announcements(link).filter(({ content }) => 'change' in content && content.change === 'cancelled');

/**
 * While a meeting is planned: N21 two weeks before a visit, N17 a week before children travel, N18 afterwards, until it
 * is recorded. Held, cancelled or moved, it asks for none of them, or on other days.
 */
function beforeAndAfter(link: Link): readonly WantedMail[] {
  return ([1, 2, 3, 4] as const).flatMap((number) => {
    const version = meetingVersions(link, number).at(-1);
    if (version === undefined || version.cancelled || version.meeting.status !== 'planned') return [];
    if (isSkipped(link, stepOf[number])) return [];
    const { meeting } = version;
    const { on } = meeting;
    const travels = meeting.mode === 'in-person' && liesAhead(version);
    const teachers = readers(link).flatMap(({ side, personId }): readonly WantedMail[] => {
      const known = aboutMeeting(link, side, version);
      if (known === undefined) return [];
      const about = { ...known, audience: 'teacher' } as const;
      const whose = { anchorDate: on, personId };
      const soon = travels && (number === 2 || number === 3) && meeting.hostSide !== undefined;
      const asked = howDidItGoDays(on);
      return [
        ...(soon
          ? [
              scheduledMail(link, {
                ...whose,
                step: `meeting-${number}`,
                dueOn: schoolDayOnOrBefore(addDays(on, -14)),
                content: { rule: 'N21', ...about, hosts: meeting.hostSide === side },
              }),
            ]
          : []),
        ...(travels
          ? [
              scheduledMail(link, {
                ...whose,
                step: `meeting-${number}`,
                dueOn: aWeekBefore(on),
                content: { rule: 'N17', ...about },
              }),
            ]
          : []),
        ...([1, 2] as const).map((asking) =>
          scheduledMail(link, {
            ...whose,
            step: `meeting-${number}-asking-${asking}`,
            dueOn: asked[asking],
            content: { rule: 'N18', ...about, asking },
          }),
        ),
      ];
    });
    const known = aboutMeeting(link, 'a', version);
    const { venueId } = meeting;
    if (!travels || !hasVenue(number) || venueId === undefined || known === undefined) return teachers;
    const toVenue = scheduledMail(link, {
      step: `meeting-${number}`,
      anchorDate: on,
      personId: venueId,
      mailbox: 'venue',
      dueOn: aWeekBefore(on),
      content: { rule: 'N17', ...known, audience: 'venue' },
    });
    return [...teachers, toVenue];
  });
}

const stepOf = { 1: 'first-meeting', 2: 'visit-2', 3: 'visit-3', 4: 'celebration' } as const;

const aWeekBefore = (on: string) => schoolDayOnOrBefore(addDays(on, -7));
