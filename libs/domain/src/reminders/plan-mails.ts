import { isLost } from '../link/contacts.js';
import type { Link } from '../link/link.js';
import { calledOffMails, meetingMails, movedMeetingMails } from './meeting-mails.js';
import { newHeadMails } from './new-head-mails.js';
import { newTeacherMails } from './new-teacher-mails.js';
import { partnerMails } from './partner-mails.js';
import { signingMails } from './signing-mails.js';
import type { WantedMail } from './wanted-mail.js';

/**
 * The mails that a link as it stands asks for. A paused link asks only that a change of its meetings is told, one that
 * ended that they do not take place. Anchors are the days as they were first written, so that what is mended later makes
 * no other mail of one that was sent; those of meetings are their days, so that a moved one makes another mail.
 * Whoever cannot be reached any more gets none.
 */
export function planMails(link: Link): readonly WantedMail[] {
  return wantedMails(link).filter(({ personId }) => !isLost(link, personId));
}

function wantedMails(link: Link): readonly WantedMail[] {
  if (link.ref === '') return [];
  if (link.outcome !== 'open') return calledOffMails(link);
  if (link.paused !== undefined) return movedMeetingMails(link);
  return [
    ...signingMails(link),
    ...partnerMails(link),
    ...newHeadMails(link),
    ...newTeacherMails(link),
    ...meetingMails(link),
  ];
}
