import { fullDay } from './appointment-words.js';
import { button, entries, paragraph, type MailContent } from './mail-content.js';
import { mailAbout, type MailWords } from './mail-words.js';
import { NO_CHILDREN_IN_NOTES, subjectOf, type ListHeading } from './n27-weekly-list.js';

export interface DailyListWords extends MailWords {
  /** The day whose morning it is. */
  readonly day: string;
  readonly headings: readonly ListHeading[];
  readonly todayHref: string;
}

/** N28, to the programme's mailbox on a working day on whose morning there is something new. */
export function dailyListMail(words: DailyListWords): MailContent {
  const { headings, programme, day } = words;
  const said = headings.filter(({ count }) => count > 0);
  return mailAbout(words, {
    subject: subjectOf('Today', said, 'all of it is settled'),
    parts: [
      paragraph(
        said.length === 0
          ? `What this list had on ${fullDay(day)} is settled by now.`
          : `New in ${programme} until the morning of ${fullDay(day)}:`,
      ),
      ...said.map(entries),
    ],
    button: button('Open Today', words.todayHref),
    closing: [NO_CHILDREN_IN_NOTES],
    why:
      `You get this e-mail because this is the mailbox of Schools Linking ${programme}. ` +
      'Its settings say whether the daily list comes.',
  });
}
