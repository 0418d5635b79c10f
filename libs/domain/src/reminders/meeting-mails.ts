import { addDays } from '../calendar/london.js';
import { schoolDayOnOrBefore } from '../calendar/school-days.js';
import { isSkipped, type Link } from '../link/link.js';
import { howDidItGoDays } from './how-did-it-go-days.js';
import { scheduledMail } from './link-mail.js';
import type { MailFacts } from './mail-facts.js';
import {
  aboutMeeting,
  announcements,
  isVisit,
  liesAhead,
  meetingHistories,
  readers,
  type Reader,
  type ToldVersion,
} from './meeting-announcements.js';
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
  return meetingHistories(link)
    .map(({ current }) => current)
    .filter(({ cancelled, meeting }) => !cancelled && meeting.status === 'planned')
    .filter(({ meeting }) => !isSkipped(link, stepOf[meeting.number]))
    .flatMap((version) => [
      ...readers(link, version.meeting.on).flatMap((reader) => toTeacher(link, version, reader)),
      ...toVenue(link, version),
    ]);
}

function toTeacher(link: Link, version: ToldVersion, { side, personId }: Reader): readonly WantedMail[] {
  const { number, on, hostSide } = version.meeting;
  const about = { ...aboutMeeting(link, side, version), audience: 'teacher' } as const;
  const mail = (step: string, dueOn: string, content: MailFacts) =>
    scheduledMail(link, { step, anchorDate: on, personId, dueOn, content });
  const meeting = `meeting-${number}`;
  const asked = howDidItGoDays(on, link.programmeYear?.calendar);
  return [
    ...(travels(version) && isVisit(number) && hostSide !== undefined
      ? [mail(meeting, daysBefore(link, on, 14), { rule: 'N21', ...about, hosts: hostSide === side })]
      : []),
    ...(travels(version) ? [mail(meeting, daysBefore(link, on, 7), { rule: 'N17', ...about })] : []),
    ...([1, 2] as const).map((asking) =>
      mail(`${meeting}-asking-${asking}`, asked[asking], { rule: 'N18', ...about, asking }),
    ),
  ];
}

function toVenue(link: Link, version: ToldVersion): readonly WantedMail[] {
  const { number, on, venueId } = version.meeting;
  if (!travels(version) || isVisit(number) || venueId === undefined) return [];
  return [
    scheduledMail(link, {
      step: `meeting-${number}`,
      anchorDate: on,
      personId: venueId,
      mailbox: 'venue',
      dueOn: daysBefore(link, on, 7),
      content: { rule: 'N17', ...aboutMeeting(link, 'a', version), audience: 'venue' },
    }),
  ];
}

const stepOf = { 1: 'first-meeting', 2: 'visit-2', 3: 'visit-3', 4: 'celebration' } as const;

const travels = (version: ToldVersion) => version.meeting.mode === 'in-person' && liesAhead(version);

const daysBefore = ({ programmeYear }: Link, on: string, days: number) =>
  schoolDayOnOrBefore(addDays(on, -days), programmeYear?.calendar);
