import { dayAndMonth } from '@linking/domain/calendar/words.js';
import { urnText } from '@linking/domain/schools/by-hand.js';
import { button, facts, list, paragraph, type MailContent } from './mail-content.js';
import { mailTitles } from './mail-titles.js';
import { asProgramme, mailAbout, schoolYear } from './mail-words.js';
import type { NewInterestWords } from './n02-new-interest.js';

export interface InterestWaitingWords extends NewInterestWords {
  readonly waitsSince: string;
}

/** N03, to the programme's own mailbox, once. */
export function interestWaitingMail(words: InterestWaitingWords): MailContent {
  const { school, urn, classes, waitsSince } = words;
  return mailAbout(words, {
    subject: `${mailTitles.N03}: ${school}`,
    parts: [
      paragraph(
        `${school} has been on your waiting list since ${dayAndMonth(waitsSince)}, and nothing has been ` +
          'recorded about it since. We told the headteacher that you would be in touch.',
      ),
      facts({
        School: `${school} (${urnText(urn)})`,
        Year: schoolYear(words.year),
        'Classes that wait': String(classes),
      }),
      paragraph('What you can do now:'),
      list(
        'Ring the headteacher: a short call keeps a school with us, even when there is no partner yet.',
        'Choose a partner: the page of the interest shows who is free and why they would fit.',
        'If your programme has no place for it, say so on the page.',
      ),
      paragraph('This is our only e-mail about it. The interest stays on your waiting list.'),
    ],
    button: button('Open the interest', words.interestHref),
    closing: ['Please use no children’s names in notes or replies.'],
    why: asProgramme(words.programme),
  });
}
