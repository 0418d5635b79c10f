import { fullDay } from './appointment-words.js';
import { button, facts, paragraph, type MailContent } from './mail-content.js';
import { mailTitles } from './mail-titles.js';
import { mailAbout, type MailWords } from './mail-words.js';

export interface FiguresWords extends MailWords {
  /** The day on which they were counted. */
  readonly today: string;
  /** `528 links, 61 proposals, 74 classes waiting, 12 links overdue`. */
  readonly network: string;
  /** The same of each programme, by its name. */
  readonly programmes: readonly { readonly name: string; readonly figures: string }[];
  readonly todayHref: string;
}

/** N29, to each person of the national office on the first working day of a month. */
export function figuresMail(words: FiguresWords): MailContent {
  const { today, network, programmes } = words;
  return mailAbout(words, {
    subject: `${mailTitles.N29} on ${fullDay(today)}`,
    parts: [
      paragraph(`The network on ${fullDay(today)}: ${network}.`),
      facts(Object.fromEntries(programmes.map(({ name, figures }) => [name, figures]))),
      paragraph(
        'Open links only. A link has both signatures; before that it is a proposal. One between two programmes is ' +
          'counted where its number begins. A link is overdue when a step of it is past its day.',
      ),
    ],
    button: button('Open Today', words.todayHref),
    why: 'You get this e-mail because you work in the national office of Schools Linking.',
  });
}
