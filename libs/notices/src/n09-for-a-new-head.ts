import { button, fixed, list, paragraph, type MailContact, type MailContent } from './mail-content.js';
import {
  asHeadOf,
  classOf,
  mailAbout,
  partnerOf,
  schoolYear,
  upperFirst,
  type LinkWords,
  type MailWords,
} from './mail-words.js';
import { FOR_YOU_ALONE } from './n07-sign-agreement.js';

export interface NewHeadWords extends MailWords {
  readonly link: LinkWords;
  readonly ownTeachers: readonly MailContact[];
  /** The page of the agreement, where she may also take it back. */
  readonly signHref?: string;
}

/** N09, to a head who came to the school after it had signed: her copy of the agreement. */
export function newHeadMail(words: NewHeadWords): MailContent {
  const { link, ownTeachers } = words;
  const who = ownTeachers.map(({ name }) => name).join(' and ');
  return mailAbout(words, {
    subject: `Your copy: linking agreement of ${link.ownSchool}`,
    parts: [
      paragraph('Welcome to Schools Linking.'),
      fixed(
        `${upperFirst(classOf(link.ownSchool, link.ownClass))} is linked with ${partnerOf(link)} ` +
          `in ${schoolYear(link.year)}${who === '' ? '' : `. The link teacher is ${who}`}.`,
      ),
      paragraph(
        'Your school signed the linking agreement before you came. It stands, and you need not sign again:',
      ),
      list(
        'your link teacher goes to two training sessions',
        'your school pays for transport to the neutral venue and to the other school',
        'your school hosts a visit of the other class',
        'the classes have curriculum time to exchange work all year',
      ),
      paragraph(
        'The page shows the whole text. There you can also take the signature back, if it has to be.',
      ),
    ],
    button: button('Read your copy of the agreement', words.signHref),
    closing: [FOR_YOU_ALONE],
    why: asHeadOf(link),
  });
}
