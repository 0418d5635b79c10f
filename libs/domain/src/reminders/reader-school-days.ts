import type { Side } from '@linking/events/link/link-events.js';
import type { SchoolCalendar } from '../calendar/school-calendar.js';
import { teacherOf, type Link } from '../link/link.js';
import type { WantedMail } from './wanted-mail.js';

/** Whose school days a school of a link keeps: the second class may be of a partner programme. */
export const keepsSchoolDaysOf = ({ programme, partnerProgramme }: Link, side: Side): string =>
  side === 'b' ? (partnerProgramme ?? programme) : programme;

/** The school days of a school of a link; the national ones when absent. */
export const calendarOfSide = (link: Link, side: Side): SchoolCalendar | undefined =>
  keepsSchoolDaysOf(link, side) === link.programme ? link.programmeYear?.calendar : link.partnerCalendar;

/**
 * The mails of a link, each due by the school days of the school that reads it. Mails to venues and to the programme follow
 * the days of the link's own programme.
 * @param asked what the link asks for, by the calendar of its `programmeYear`
 */
export function byReadersDays(
  link: Link,
  asked: (link: Link) => readonly WantedMail[],
): readonly WantedMail[] {
  const mails = asked(link);
  const { partnerProgramme, partnerCalendar: calendar } = link;
  if (partnerProgramme === undefined) return mails;
  const { calendar: _, ...ownYear } = link.programmeYear ?? { daysToAvoid: [], switches: [] };
  const toPartner = asked({
    ...link,
    programmeYear: calendar === undefined ? ownYear : { ...ownYear, calendar },
  });
  return [
    ...mails.filter((mail) => !isReadAtPartner(link, mail)),
    ...toPartner
      .filter((mail) => isReadAtPartner(link, mail))
      .map((mail) => ({ ...mail, schoolDaysOf: partnerProgramme })),
  ];
}

function isReadAtPartner(link: Link, { mailbox, personId, content }: WantedMail): boolean {
  if (mailbox !== undefined) return false;
  return 'side' in content ? content.side === 'b' : teacherOf(link, 'b', personId) !== undefined;
}
