import { button, list, paragraph, type MailContent } from './mail-content.js';
import { mailTitles } from './mail-titles.js';
import { AIMS, counted, mailAbout, schoolYear, upperFirst, writeTo, type MailWords } from './mail-words.js';

export interface InterestWords extends MailWords {
  readonly school: string;
  readonly year: string;
  readonly classes: number;
}

/** N01, to the headteacher as soon as an interest is recorded. */
export function interestReceivedMail(words: InterestWords): MailContent {
  const { school, classes, askWho } = words;
  const year = schoolYear(words.year);
  return mailAbout(words, {
    subject: mailTitles.N01,
    parts: [
      paragraph(
        `Thank you for offering ${counted(classes, 'class', 'classes')} of ${school} for ${year}. ` +
          `Your offer is on the waiting list of Schools Linking ${words.programme}.`,
      ),
      paragraph(AIMS),
      paragraph('What happens next:'),
      list(
        'We look for a partner: a class of a similar age, from a different community, within easy reach.',
        'Your local facilitator talks it over with you. Nothing is settled before you say yes.',
        'Once both schools have agreed, we ask you to sign one short agreement.',
      ),
      paragraph('There is nothing for you to do until then.'),
    ],
    button: button(
      'Tell us if something changes',
      writeTo(askWho.email, `${upperFirst(school)}: our interest in Schools Linking`),
    ),
    closing: [
      'A different class, teacher or number of pupils: a line is enough. Please use no children’s names.',
    ],
    why: `You get this e-mail because you are named as the headteacher of ${school}, which would like to link in ${year}.`,
  });
}
