import { isLost } from '../link/contacts.js';
import type { Link } from '../link/link.js';
import { courseMails } from './course-mails.js';
import { firstExchangeMails } from './exchange-mails.js';
import { calledOffMails, meetingMails, movedMeetingMails } from './meeting-mails.js';
import { namingMails } from './naming-mails.js';
import { newHeadMails } from './new-head-mails.js';
import { newTeacherMails } from './new-teacher-mails.js';
import { trainedElsewhereMails } from './next-step-mails.js';
import { partnerMails } from './partner-mails.js';
import { declinedMails, proposalMails } from './proposal-mails.js';
import { signingMails } from './signing-mails.js';
import { thankYouMails } from './thank-you-mails.js';
import type { WantedMail } from './wanted-mail.js';

/**
 * The mails that a link as it stands asks for. A paused link asks only that its pause and a change of its meetings are
 * told, one that ended that it did, that a headteacher said no and that meetings do not take place, and both for thanks at
 * the end of the year. Anchors are the days as they were first written, so that what is mended later makes
 * no other mail of one that was sent; those of meetings are their days, so that a moved one makes another mail.
 * Whoever cannot be reached any more gets none. Days are counted by the school days of whoever reads.
 */
export function planMails(link: Link): readonly WantedMail[] {
  return wantedMails(link).filter(({ personId }) => !isLost(link, personId));
}

function wantedMails(link: Link): readonly WantedMail[] {
  if (link.ref === '') return [];
  const always = [...courseMails(link), ...thankYouMails(link)];
  if (link.outcome !== 'open') return [...declinedMails(link), ...calledOffMails(link), ...always];
  if (link.paused !== undefined) return [...movedMeetingMails(link), ...always];
  return [
    ...proposalMails(link),
    ...signingMails(link),
    ...partnerMails(link),
    ...newHeadMails(link),
    ...newTeacherMails(link),
    ...trainedElsewhereMails(link),
    ...firstExchangeMails(link),
    ...meetingMails(link),
    ...namingMails(link),
    ...always,
  ];
}
