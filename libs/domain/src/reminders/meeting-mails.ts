import { addDays } from '../calendar/london.js';
import type { SchoolCalendar } from '../calendar/school-calendar.js';
import { isSkipped, type Link } from '../link/link.js';
import { dueBefore, type DueDay } from './due-days.js';
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
import { calendarOfSide } from './reader-school-days.js';
import { bothDays, onlyDays } from './rule-settings.js';
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
 * is recorded; a programme may have other days. Held, cancelled or moved, it asks for none of them, or on other days.
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
  const calendar = calendarOfSide(link, side);
  const mail = (step: string, due: DueDay, content: MailFacts) =>
    scheduledMail(link, { step, anchorDate: on, personId, ...due, content }, side);
  const meeting = `meeting-${number}`;
  const rules = link.programmeYear?.mailRules;
  const [soon, ready, after] = [onlyDays('N21', rules), onlyDays('N17', rules), bothDays('N18', rules)];
  const asked = after && howDidItGoDays(on, calendar, after);
  return [
    ...(soon !== undefined && travels(version) && isVisit(number) && hostSide !== undefined
      ? [mail(meeting, daysBefore(on, soon, calendar), { rule: 'N21', ...about, hosts: hostSide === side })]
      : []),
    ...(ready !== undefined && travels(version)
      ? [mail(meeting, daysBefore(on, ready, calendar), { rule: 'N17', ...about })]
      : []),
    ...(asked === undefined
      ? []
      : ([1, 2] as const).map((asking) =>
          mail(`${meeting}-asking-${asking}`, asked[asking], { rule: 'N18', ...about, asking }),
        )),
  ];
}

function toVenue(link: Link, version: ToldVersion): readonly WantedMail[] {
  const { number, on, venueId } = version.meeting;
  const days = onlyDays('N17', link.programmeYear?.mailRules);
  if (days === undefined || !travels(version) || isVisit(number) || venueId === undefined) return [];
  return [
    scheduledMail(link, {
      step: `meeting-${number}`,
      anchorDate: on,
      personId: venueId,
      mailbox: 'venue',
      ...daysBefore(on, days, link.programmeYear?.calendar),
      content: { rule: 'N17', ...aboutMeeting(link, 'a', version), audience: 'venue' },
    }),
  ];
}

const stepOf = { 1: 'first-meeting', 2: 'visit-2', 3: 'visit-3', 4: 'celebration' } as const;

const travels = (version: ToldVersion) => version.meeting.mode === 'in-person' && liesAhead(version);

const daysBefore = (on: string, days: number, calendar: SchoolCalendar | undefined) =>
  dueBefore(addDays(on, -days), calendar);
