import { fullDay } from './appointment-words.js';
import { button, entries, paragraph, type MailContent, type MailEntries } from './mail-content.js';
import { mailTitles } from './mail-titles.js';
import { mailAbout, type MailWords } from './mail-words.js';

/** A heading of a list with all that it counts; an empty one is left out. */
export interface ListHeading extends MailEntries {
  /** Such as `3 overdue`. */
  readonly counted: string;
  readonly count: number;
}

export interface WeeklyListWords extends MailWords {
  /** The day on which the programme stands like that. */
  readonly today: string;
  readonly headings: readonly ListHeading[];
  readonly todayHref: string;
}

export const NO_CHILDREN_IN_NOTES = 'Please use no children’s names in notes or replies.';

/** N27, to the programme's mailbox on the first working day of a week. */
export function weeklyListMail(words: WeeklyListWords): MailContent {
  const { headings, programme, today } = words;
  const said = headings.filter(({ count }) => count > 0);
  return mailAbout(words, {
    subject: subjectOf(mailTitles.N27, said, `nothing is open in ${programme}`),
    parts: [
      paragraph(
        said.length === 0
          ? `On ${fullDay(today)} nothing is late in ${programme}, and nobody waits for you. A good week to ring a school you have not heard from for a while.`
          : `This is how ${programme} stands on ${fullDay(today)}. All of it is on your page Today as well.`,
      ),
      ...said.map(entries),
    ],
    button: button('Open Today', words.todayHref),
    closing: [NO_CHILDREN_IN_NOTES],
    why:
      `You get this e-mail because this is the mailbox of Schools Linking ${programme}. ` +
      'Its settings say whether the weekly list comes.',
  });
}

const MOST_OF_A_SUBJECT = 78;

/** `Weekly list: 3 overdue, 2 not signed`, as much of it as a list of mails shows. */
export function subjectOf(title: string, headings: readonly ListHeading[], nothing: string): string {
  const counts = headings.map(({ counted }) => counted);
  if (counts.length === 0) return `${title}: ${nothing}`;
  let subject = `${title}: ${counts[0] ?? ''}`;
  for (const count of counts.slice(1)) {
    if (`${subject}, ${count}`.length > MOST_OF_A_SUBJECT) break;
    subject = `${subject}, ${count}`;
  }
  return subject;
}
