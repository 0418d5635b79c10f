import type { VisitSoonMail } from '@linking/domain/reminders/mail-facts.js';
import { fullDay } from './appointment-words.js';
import { button, list, paragraph, type MailContent } from './mail-content.js';
import { asLinkTeacher, mailAbout, NO_CHILDREN, partnerOf, upperFirst, YOUR_PAGE } from './mail-words.js';
import { meetingFacts, partnerContacts, type MeetingWords } from './meeting-words.js';

/** N21, two weeks before a visit: to the host and to the visitor. */
export function visitSoonMail(words: MeetingWords<VisitSoonMail>): MailContent {
  const { facts, link } = words;
  const day = fullDay(facts.on);
  return mailAbout(words, {
    subject: `You ${facts.hosts ? 'host' : 'visit'} ${link.partnerSchool} on ${day}`,
    parts: [
      paragraph(
        facts.hosts
          ? `${upperFirst(partnerOf(link))} visits your class. It is a good time to get the house ready:`
          : `Your class visits ${partnerOf(link)}. It is a good time to get ready for the journey:`,
      ),
      meetingFacts(words),
      facts.hosts
        ? list(
            'Tell the school office and everybody your visitors will meet.',
            'Let your partner know where the coach may stop, and which door to come to.',
            'Plan with your partner what the children do together, in mixed groups.',
            'Your class can show its school: children make the best guides.',
            'Agree on lunch. The risk assessment of your part of the day stays with your school.',
          )
        : list(
            'Transport: your school books and pays it. Are the times settled with your partner?',
            'Risk assessment: your school’s own, for the journey and the day.',
            'Plan with your partner what the children do together, in mixed groups.',
            'Ask your class what it would like to see and to ask.',
            'Agree on lunch, and pass on what must not be eaten as numbers, never as names.',
          ),
      ...partnerContacts('Your linking partner:', words),
    ],
    button: button(YOUR_PAGE, words.pageHref),
    closing: [NO_CHILDREN],
    why: asLinkTeacher(link),
  });
}
