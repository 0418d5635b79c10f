import { button, list, paragraph, type MailContent } from './mail-content.js';
import { mailTitles } from './mail-titles.js';
import {
  classOf,
  mailAbout,
  partnerOf,
  schoolYear,
  upperFirst,
  type LinkWords,
  type MailWords,
} from './mail-words.js';

export interface SignAgreementWords extends MailWords {
  readonly link: LinkWords;
  readonly signHref?: string;
}

export const READ_AND_SIGN = 'Read and sign the agreement';
export const FOR_YOU_ALONE = 'The button is for you alone: please do not pass this e-mail on.';

/** N07, to each signer when the agreement is issued. */
export function signAgreementMail(words: SignAgreementWords): MailContent {
  const { link } = words;
  return mailAbout(words, {
    subject: mailTitles.N07,
    parts: [
      paragraph(
        `${upperFirst(classOf(link.ownSchool, link.ownClass))} will link with ${partnerOf(link)} ` +
          `in ${schoolYear(link.year)}.`,
      ),
      paragraph('Before the classes meet, each school signs one agreement.'),
      paragraph('By signing, your school agrees to:'),
      list(
        'release the link teacher for two training sessions',
        'pay for transport to the neutral venue and to the other school',
        'host a visit of the other class',
        'give curriculum time for the classes to exchange work all year: this matters very much',
      ),
      paragraph('Risk assessment and safeguarding stay with your school.'),
      paragraph('The page shows the whole text. There is one box to tick, and no account is needed.'),
    ],
    button: button(READ_AND_SIGN, words.signHref),
    closing: [FOR_YOU_ALONE],
    why: asSigner(link),
  });
}

export const asSigner = (link: LinkWords) =>
  `You get this e-mail because you are named as the person who signs for ${link.ownSchool} (link ${link.ref}).`;
