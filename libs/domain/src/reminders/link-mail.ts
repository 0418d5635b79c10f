import type { Side } from '@linking/events/link/link-events.js';
import { otherSide, type Link } from '../link/link.js';
import { teachersOn } from '../link/teaching.js';
import type { DueDay } from './due-days.js';
import type { AboutLink } from './mail-facts.js';
import { keepsSchoolDaysOf } from './reader-school-days.js';
import type { WantedMail } from './wanted-mail.js';

/** What tells a mail of a link from its others. */
type LinkMail = Pick<WantedMail, 'step' | 'anchorDate' | 'personId' | 'mailbox' | 'content'>;

/** Answers what somebody just did. */
export const immediateMail = (link: Link, mail: LinkMail): WantedMail => ({
  subject: link.ref,
  programme: link.programme,
  kind: 'immediate',
  dueOn: mail.anchorDate,
  ...mail,
});

/**
 * Goes on `dueOn`, a school day (a working day when it is to a programme's mailbox).
 * @param readAt the side of the school that reads it; absent for a mailbox
 */
export function scheduledMail(link: Link, mail: LinkMail & DueDay, readAt?: Side): WantedMail {
  const schoolDaysOf = readAt === undefined ? link.programme : keepsSchoolDaysOf(link, readAt);
  return {
    subject: link.ref,
    programme: link.programme,
    ...(schoolDaysOf === link.programme ? {} : { schoolDaysOf }),
    kind: 'scheduled',
    ...mail,
  };
}

/** Both classes, as the side reads of them. */
export function aboutLink(link: Link, side: Side): AboutLink {
  const [own, partner] = [link.sides[side], link.sides[otherSide(side)]];
  return {
    linkRef: link.ref,
    side,
    ownUrn: own.urn,
    partnerUrn: partner.urn,
    ...(own.classNameId === undefined ? {} : { ownClassNameId: own.classNameId }),
    ...(partner.classNameId === undefined ? {} : { partnerClassNameId: partner.classNameId }),
    year: link.year,
  };
}

export const teacherIds = (link: Link, side: Side) =>
  link.sides[side].teachers.map(({ teacherId }) => teacherId);

/** Those who teach the class on a day: a cover is among them while it lasts. */
export const teacherIdsOn = (link: Link, side: Side, day: string) =>
  teachersOn(link.sides[side], day).map(({ teacherId }) => teacherId);
