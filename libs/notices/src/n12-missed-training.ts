import type { MissedTrainingMail } from '@linking/domain/reminders/mail-facts.js';
import { fullDay } from './appointment-words.js';
import { button, paragraph, type MailContent } from './mail-content.js';
import { mailTitles } from './mail-titles.js';
import { mailAbout, NO_CHILDREN, schoolYear, YOUR_PAGE, type MailWords } from './mail-words.js';
import { namesOf } from './training-words.js';

export interface MissedTrainingWords extends MailWords {
  readonly facts: MissedTrainingMail;
  readonly pageHref?: string;
}

/** N12, the day after a training that a teacher missed. */
export function missedTrainingMail(words: MissedTrainingWords): MailContent {
  const { facts } = words;
  return mailAbout(words, {
    subject: mailTitles.N12,
    parts: [
      paragraph(
        `We missed you at the ${namesOf(facts).short} on ${fullDay(facts.on)}. A school day has its own plans: ` +
          'no explanation needed.',
      ),
      paragraph(
        'Please choose another date with your local facilitator. An e-mail or a call is enough. If no date fits, ' +
          'we will find another way for you to catch up, so that your class can start with its partner.',
      ),
    ],
    button: button(YOUR_PAGE, words.pageHref),
    closing: ['Were you there after all? Then tell us, and we put the record right.', NO_CHILDREN],
    why: `You get this e-mail because you had a place at this ${namesOf(facts).short} in ${schoolYear(facts.year)}.`,
  });
}
