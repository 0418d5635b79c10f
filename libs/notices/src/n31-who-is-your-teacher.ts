import type { NamingMail } from '@linking/domain/reminders/mail-facts.js';
import { button, fixed, list, paragraph, type MailContent } from './mail-content.js';
import { mailTitles } from './mail-titles.js';
import {
  asHeadOf,
  mailAbout,
  NO_CHILDREN_IN_REPLY,
  partnerOf,
  schoolYear,
  type LinkWords,
  type MailWords,
} from './mail-words.js';

export interface NamingWords extends MailWords {
  readonly facts: NamingMail;
  readonly link: LinkWords;
  /** The page with the four fields. */
  readonly nameHref?: string;
}

/** N31, to the head whose class has no teacher yet; after the second time somebody rings. */
export function whoIsYourTeacherMail(words: NamingWords): MailContent {
  const { facts, link } = words;
  const own = `${whichClass(facts)} of ${link.ownSchool}`;
  const partner = `${partnerOf(link)} in ${schoolYear(link.year)}`;
  const fields = list(
    'the name of the teacher',
    'the school e-mail address of the teacher',
    'the name of the class',
    'about how many pupils it has',
  );
  return mailAbout(words, {
    subject: facts.asking === 1 ? mailTitles.N31 : `${mailTitles.N31} Our last e-mail about it`,
    parts:
      facts.asking === 1
        ? [
            fixed(`You agreed to link ${own} with ${partner}. One thing is open: who teaches it?`),
            paragraph('We need four things, which take a minute, on a phone as well:'),
            fields,
            paragraph('With that we can invite the teacher to the training and tell the other school.'),
          ]
        : [
            paragraph(
              `We do not know yet who teaches ${own}, which is linked with ${partner}. Four things are all we need:`,
            ),
            fields,
            paragraph(
              'Is it not settled yet, or has something changed? Reply to this e-mail. ' +
                'Next, your local facilitator will ring you.',
            ),
          ],
    button: button('Name the teacher', words.nameHref),
    closing: [
      'This address is for you alone. Your school office may fill it in for you.',
      NO_CHILDREN_IN_REPLY,
    ],
    why: asHeadOf(link),
  });
}

/** `the Year 4 class`, `the Years 3 and 4 class`, or `the class`. */
function whichClass({ yearGroups }: NamingMail): string {
  const years = yearGroups.filter((group) => group > 0).map(String);
  if (yearGroups.includes(0)) return years.length === 0 ? 'the Reception class' : 'the mixed class';
  if (years.length === 0) return 'the class';
  return years.length === 1 ? `the Year ${years[0]} class` : `the class of Years ${years.join(' and ')}`;
}
