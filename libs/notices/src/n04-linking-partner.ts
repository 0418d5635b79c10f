import type { ProposalMail } from '@linking/domain/reminders/mail-facts.js';
import { milesText } from '@linking/domain/schools/distance.js';
import { button, facts, list, paragraph, type MailContent, type MailPart } from './mail-content.js';
import { mailTitles } from './mail-titles.js';
import {
  AIMS,
  classOf,
  mailAbout,
  partnerOf,
  schoolYear,
  upperFirst,
  type LinkWords,
  type MailWords,
} from './mail-words.js';
import { FOR_YOU_ALONE } from './n07-sign-agreement.js';
import { reasonSentences } from './partner-reason-words.js';

export interface LinkingPartnerWords extends MailWords {
  readonly link: LinkWords;
  readonly facts: ProposalMail;
  /** `Year 4`. */
  readonly partnerYears: string;
  readonly answerHref?: string;
}

export const READ_AND_ANSWER = 'Read and answer';

/** N04, to each headteacher when the proposal is sent. */
export function linkingPartnerMail(words: LinkingPartnerWords): MailContent {
  const { link } = words;
  return mailAbout(words, {
    subject: `${mailTitles.N04} for ${link.ownClass ?? 'your class'}`,
    parts: [
      paragraph(
        `We have found a partner for ${classOf(link.ownSchool, link.ownClass)} in ${schoolYear(link.year)}: ` +
          `${partnerOf(link)}. Nothing is settled before ${isInSchool(link) ? 'you say' : 'both schools say'} yes.`,
      ),
      partnerFacts(words),
      ...why(words),
      paragraph(
        isInSchool(link)
          ? 'If you say yes, we ask you to sign one short agreement:'
          : 'If both schools say yes, we ask each of them to sign one short agreement:',
      ),
      list(...whatIsAsked(isInSchool(link))),
      paragraph(
        'Please tell us yes or no within ten school days. It takes a minute, and no account is needed.',
      ),
    ],
    button: button(READ_AND_ANSWER, words.answerHref),
    closing: [FOR_YOU_ALONE],
    why: asHead(link),
  });
}

/** What a school agrees to later, in short. */
export const whatIsAsked = (inSchool: boolean): readonly string[] => [
  'the link teacher is released for two training sessions',
  inSchool
    ? 'the two classes meet three times in the year'
    : 'each school pays for transport to the neutral venue and to the other school, and hosts a visit',
  'there is curriculum time for the classes to exchange work all year',
];

export function partnerFacts({ link, facts: known, partnerYears }: LinkingPartnerWords): MailPart {
  return facts({
    School: isInSchool(link) ? undefined : link.partnerSchool,
    Class: link.partnerClass,
    Children: `${upperFirst(partnerYears)}, ${known.partnerPupils} pupils`,
    Distance:
      isInSchool(link) || known.distanceKm === undefined
        ? undefined
        : `${milesText(known.distanceKm)} from your school`,
  });
}

function why({ link, facts: { reasons } }: LinkingPartnerWords): readonly MailPart[] {
  const sentences = reasonSentences(reasons, isInSchool(link));
  return sentences.length === 0
    ? [paragraph(AIMS)]
    : [paragraph(`${AIMS} Why this partner:`), list(...sentences)];
}

const isInSchool = ({ ownSchool, partnerSchool }: LinkWords) => ownSchool === partnerSchool;

export const asHead = (link: LinkWords) =>
  `You get this e-mail because you are named as the headteacher of ${link.ownSchool}, which would like to link (link ${link.ref}).`;
