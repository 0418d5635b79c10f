import { nextYear } from '@linking/domain/calendar/academic-year.js';
import type { ThankYouMail } from '@linking/domain/reminders/mail-facts.js';
import { button, list, paragraph, type MailContent, type MailPart } from './mail-content.js';
import { mailTitles } from './mail-titles.js';
import {
  asHeadOf,
  asLinkTeacher,
  classOf,
  mailAbout,
  NO_CHILDREN,
  NO_CHILDREN_IN_REPLY,
  partnerOf,
  schoolYear,
  writeTo,
  YOUR_PAGE,
  type LinkWords,
  type MailWords,
} from './mail-words.js';

export interface ThankYouWords extends MailWords {
  readonly facts: ThankYouMail;
  readonly link: LinkWords;
  /** A teacher's own page. */
  readonly pageHref?: string;
  /** The public form; absent where the programme takes interests in talk and by mail only. */
  readonly interestHref?: string;
}

/** N24, in the last school week of the summer, to teachers and heads. */
export function thankYouMail(words: ThankYouWords): MailContent {
  return words.facts.audience === 'teacher' ? toTeacher(words) : toHead(words);
}

const lead = ({ link }: ThankYouWords): MailPart =>
  paragraph(
    `The year of ${classOf(link.ownSchool, link.ownClass)} with ${partnerOf(link)} comes to its end. ` +
      'Thank you for all the time and care that went into it.',
  );

const certificate = ({ completed }: ThankYouMail) =>
  completed
    ? 'Certificate: there is one for your class. Your local facilitator prints it or sends it to you.'
    : 'Certificate: once the link is complete there is one for your class. Your local facilitator has it.';

function toTeacher(words: ThankYouWords): MailContent {
  const { facts, link } = words;
  return mailAbout(words, {
    subject: mailTitles.N24,
    parts: [
      lead(words),
      paragraph('Before the holidays:'),
      list(
        ...goodbye(facts),
        certificate(facts),
        ...(facts.survey
          ? ['Survey: please let your class answer the last survey. It takes a quarter of an hour.']
          : []),
        `Link again in ${schoolYear(nextYear(facts.year))}? Tell your headteacher, or reply to this e-mail.`,
      ),
    ],
    button: button(YOUR_PAGE, words.pageHref),
    closing: [NO_CHILDREN],
    why: asLinkTeacher(link),
  });
}

function goodbye({ goodbye: said }: ThankYouMail): readonly string[] {
  switch (said) {
    case 'said':
      return ['Goodbye: it is said. Thank you.'];
    case 'asked':
      return [
        'Goodbye: a card, a song or a film for the other class. Tell us on your page when it has gone.',
      ];
    case 'not-asked':
      return [];
  }
}

function toHead(words: ThankYouWords): MailContent {
  const { facts, link, askWho, interestHref } = words;
  const next = schoolYear(nextYear(facts.year));
  return mailAbout(words, {
    subject: mailTitles.N24,
    parts: [
      lead(words),
      list(certificate(facts)),
      paragraph(
        `Would your school like to link again in ${next}? With the same partner or another, with one class or several: ` +
          (interestHref === undefined ? 'a reply is enough.' : 'one short form is enough.'),
      ),
    ],
    button: button(
      `Link again in ${next}`,
      interestHref ?? writeTo(askWho.email, `Linking in ${next}: ${link.ownSchool}`),
    ),
    closing: [NO_CHILDREN_IN_REPLY],
    why: asHeadOf(link),
  });
}
