import type { CourseMail } from '@linking/domain/reminders/mail-facts.js';
import { fullDay } from './appointment-words.js';
import { button, paragraph, type MailButton, type MailContent, type MailPart } from './mail-content.js';
import { mailTitles } from './mail-titles.js';
import {
  asHeadOf,
  asLinkTeacher,
  classOf,
  mailAbout,
  NO_CHILDREN,
  NO_CHILDREN_IN_REPLY,
  partnerInShort,
  partnerOf,
  writeTo,
  YOUR_PAGE,
  type LinkWords,
  type MailWords,
} from './mail-words.js';

export interface CourseWords extends MailWords {
  readonly facts: CourseMail;
  readonly link: LinkWords;
  readonly pageHref?: string;
}

/** N26, to teachers and heads of both sides when the link rests, goes on or ends before its time. */
export function aboutYourLinkMail(words: CourseWords): MailContent {
  const { facts, link } = words;
  const teacher = facts.audience === 'teacher';
  return mailAbout(words, {
    subject: subjectOf(words),
    parts: partsOf(words),
    button: buttonOf(words),
    closing: [teacher ? NO_CHILDREN : NO_CHILDREN_IN_REPLY],
    why: teacher ? asLinkTeacher(link) : asHeadOf(link),
  });
}

function subjectOf({ facts, link }: CourseWords): string {
  const partner = partnerInShort(link);
  switch (facts.became) {
    case 'paused':
      return `${mailTitles.N26} with ${partner}: it rests for now`;
    case 'resumed':
      return `${mailTitles.N26} with ${partner}: it goes on`;
    case 'withdrawn':
      return `${mailTitles.N26} with ${partner}: it has ended`;
  }
}

function partsOf({ facts, link }: CourseWords): readonly MailPart[] {
  const which = `The link of ${classOf(link.ownSchool, link.ownClass)} with ${partnerOf(link)}`;
  switch (facts.became) {
    case 'paused': {
      const until = facts.until === undefined ? 'for now' : `until ${fullDay(facts.until)}`;
      return [
        paragraph(`${which} rests ${until}. We send no reminders about it meanwhile.`),
        paragraph(
          'A meeting or a training that is planned stays as it is, unless we write to you about it. ' +
            'We tell you when the link goes on.',
        ),
      ];
    }
    case 'resumed':
      return [
        paragraph(`${which} goes on. Good to have you both back.`),
        paragraph('Some days may have moved. Your local facilitator agrees new ones with you where needed.'),
      ];
    case 'withdrawn':
      return [
        paragraph(`${which} has ended before the end of the year. ${whoLeft(facts)}`),
        paragraph(
          'If a meeting was planned, a mail of its own takes it out of your calendar. Thank you for all that you did.',
        ),
      ];
  }
}

function whoLeft({ withdrew, side }: CourseMail): string {
  if (withdrew === 'both') return 'Both schools have decided so.';
  return withdrew === side
    ? 'We are sorry that your school cannot go on. You are welcome back in another year.'
    : 'The other school cannot go on, which has nothing to do with you. ' +
        'Your local facilitator will talk with you about another partner.';
}

function buttonOf({ facts, link, askWho, pageHref }: CourseWords): MailButton {
  return facts.audience === 'teacher' && facts.became !== 'withdrawn'
    ? button(YOUR_PAGE, pageHref)
    : button('Write to us', writeTo(askWho.email, `Link ${link.ref}`));
}
