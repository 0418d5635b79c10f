import type { Side } from '@linking/events/link/link-events.js';
import type { SchoolCalendar } from '../calendar/school-calendar.js';
import type { Link } from '../link/link.js';

/** Whose school days a school of a link keeps: the second class may be of a partner programme. */
export const keepsSchoolDaysOf = ({ programme, partnerProgramme }: Link, side: Side): string =>
  side === 'b' ? (partnerProgramme ?? programme) : programme;

/** The school days of a school of a link; the national ones when absent. */
export const calendarOfSide = (link: Link, side: Side): SchoolCalendar | undefined =>
  keepsSchoolDaysOf(link, side) === link.programme ? link.programmeYear?.calendar : link.partnerCalendar;
