import type { ReadyMail } from '@linking/domain/reminders/mail-facts.js';
import { fullDay } from './appointment-words.js';
import { button, list, paragraph, type MailContent } from './mail-content.js';
import { asLinkTeacher, mailAbout, NO_CHILDREN, partnerOf } from './mail-words.js';
import {
  asVenue,
  hosts,
  meetingFacts,
  meetingName,
  venueAnswer,
  travels,
  venueFacts,
  yourPartner,
  type MeetingWords,
} from './meeting-words.js';
import { resourceParts, type MailResource } from './resource-words.js';

type ReadyWords = MeetingWords<ReadyMail> & { readonly resources: readonly MailResource[] };

/** N17, some days before a meeting in person, to both teachers and the venue. */
export function readyForTheDayMail(words: ReadyWords): MailContent {
  const subject = `Ready for ${fullDay(words.facts.on)}?`;
  return words.facts.audience === 'venue' ? toVenue(words, subject) : toTeacher(words, subject);
}

function toTeacher(words: ReadyWords, subject: string): MailContent {
  const { facts, link } = words;
  return mailAbout(words, {
    subject,
    parts: [
      paragraph(`The ${meetingName(facts)} with ${partnerOf(link)} is only days away.`),
      paragraph('Here it is once more:'),
      meetingFacts(words),
      paragraph('Is everything ready?'),
      list(
        `Risk assessment: your school makes its own, for ${travels(words) ? 'the journey and ' : ''}the day. Safeguarding stays with your school too.`,
        ...transport(words),
        numbers(facts),
        'Lunch: agree with your partner who eats where. Share dietary needs as numbers, never as names.',
      ),
      ...yourPartner(words),
      ...resourceParts(words.resources),
    ],
    button: button('Say that you are ready', words.pageHref),
    closing: [NO_CHILDREN],
    why: asLinkTeacher(link),
  });
}

function transport(words: ReadyWords): readonly string[] {
  if (travels(words)) return ['Transport: booked there and back, with the times on paper for the driver.'];
  return hosts(words.facts) && words.facts.ownUrn !== words.facts.partnerUrn
    ? ['Transport: your class stays at home. Does your partner know where the coach can stop?']
    : [];
}

const numbers = ({ pupilsExpected }: ReadyMail) =>
  pupilsExpected === undefined
    ? 'Numbers: tell us and your partner how many pupils your class brings.'
    : `Numbers: about ${pupilsExpected} pupils of both classes are expected. ` +
      'Tell us and your partner if your class brings more or fewer.';

function toVenue(words: ReadyWords, subject: string): MailContent {
  return mailAbout(words, {
    subject,
    parts: [
      paragraph('Two school classes will soon be with you.'),
      paragraph('Here is what we know:'),
      venueFacts(words),
      paragraph('May we ask you to think of:'),
      list(
        'the room, with space for both classes to mix',
        'a place for two coaches to stop',
        'somewhere dry for packed lunches, and toilets near by',
        'the name of somebody to ask for on arrival',
      ),
      paragraph(
        'Each school makes its own risk assessment. If you have one for your building, they will be glad of it.',
      ),
    ],
    button: button('Write back to us', venueAnswer(words)),
    why: asVenue(words),
  });
}
