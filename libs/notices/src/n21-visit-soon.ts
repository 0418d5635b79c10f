import type { VisitSoonMail } from '@linking/domain/reminders/mail-facts.js';
import { fullDay } from './appointment-words.js';
import { button, list, paragraph, type MailContent } from './mail-content.js';
import {
  asLinkTeacher,
  mailAbout,
  NO_CHILDREN,
  partnerInShort,
  partnerOf,
  upperFirst,
  YOUR_PAGE,
} from './mail-words.js';
import { meetingFacts, travels, yourPartner, type MeetingWords } from './meeting-words.js';

type VisitSoonWords = MeetingWords<VisitSoonMail>;

/** N21, some weeks before a visit: to the host and to the visitor. */
export function visitSoonMail(words: VisitSoonWords): MailContent {
  const { facts, link } = words;
  return mailAbout(words, {
    subject: `You ${facts.hosts ? 'host' : 'visit'} ${partnerInShort(link)} on ${fullDay(facts.on)}`,
    parts: [
      paragraph(
        facts.hosts
          ? `${upperFirst(partnerOf(link))} comes to visit your class on ${fullDay(facts.on)}.`
          : `Your class visits ${partnerOf(link)} on ${fullDay(facts.on)}.`,
      ),
      meetingFacts(words),
      paragraph('A short checklist, while there is time:'),
      facts.hosts ? forHost(words) : forVisitor(words),
      ...yourPartner(words),
    ],
    button: button(YOUR_PAGE, words.pageHref),
    closing: [NO_CHILDREN],
    why: asLinkTeacher(link),
  });
}

const forHost = ({ facts: { ownUrn, partnerUrn } }: VisitSoonWords) =>
  list(
    'Tell the school office and everybody whom your visitors will meet.',
    ...(ownUrn === partnerUrn
      ? []
      : ['Let your partner know where the coach can stop, and which door to come to.']),
    'Plan with your partner what the children do together, in mixed groups.',
    'Let your class show its school: children are the best guides.',
    'Agree on lunch. Share dietary needs as numbers, never as names.',
    'Risk assessment: your school makes its own for its part of the day.',
  );

const forVisitor = (words: VisitSoonWords) =>
  list(
    ...(travels(words)
      ? ['Transport: your school books and pays it. Are the times settled with your partner?']
      : []),
    `Risk assessment: your school makes its own, for ${travels(words) ? 'the journey and ' : ''}the day.`,
    'Plan with your partner what the children do together, in mixed groups.',
    'Ask your class what it would like to see and to find out.',
    'Agree on lunch. Share dietary needs as numbers, never as names.',
  );
