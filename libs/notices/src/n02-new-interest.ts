import { urnText } from '@linking/domain/schools/by-hand.js';
import { button, facts, paragraph, type MailContent } from './mail-content.js';
import { mailTitles } from './mail-titles.js';
import { asProgramme, mailAbout, schoolYear } from './mail-words.js';
import type { InterestWords } from './n01-interest-received.js';

export interface NewInterestWords extends InterestWords {
  readonly urn: string;
  readonly interestHref: string;
}

/** N02, to the programme's own mailbox. */
export function newInterestMail(words: NewInterestWords): MailContent {
  const { school, urn, classes } = words;
  return mailAbout(words, {
    subject: `${mailTitles.N02}: ${school}`,
    parts: [
      paragraph(`${school} would like to link. Its offer is on your waiting list.`),
      facts({
        School: `${school} (${urnText(urn)})`,
        Year: schoolYear(words.year),
        Classes: String(classes),
      }),
      paragraph('We have told the headteacher that you will be in touch. A call within the week is best.'),
    ],
    button: button('Open the interest', words.interestHref),
    closing: ['Please use no children’s names in notes or replies.'],
    why: asProgramme(words.programme),
  });
}
