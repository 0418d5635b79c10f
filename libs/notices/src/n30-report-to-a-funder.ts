import { fullDate } from '@linking/domain/calendar/words.js';
import { fullDay } from './appointment-words.js';
import { button, facts, paragraph, type MailContent } from './mail-content.js';
import { mailAbout, type MailWords } from './mail-words.js';
import { oneLine } from './one-line.js';

export interface GrantReportWords extends MailWords {
  readonly funder: string;
  readonly due: string;
  readonly asking: 1 | 2;
  /** `1 September 2026 to 31 August 2027`. */
  readonly period: string;
  readonly programmes: string;
  readonly pays?: string;
  readonly grantHref: string;
}

const MOST_OF_A_FUNDER = 40;

/** N30, to whoever keeps a grant, 30 and 7 days before a report is due. */
export function grantReportMail(words: GrantReportWords): MailContent {
  const { due, asking, period, programmes, pays } = words;
  const funder = oneLine(words.funder);
  const short = funder.length > MOST_OF_A_FUNDER ? `${funder.slice(0, MOST_OF_A_FUNDER - 1)}…` : funder;
  return mailAbout(words, {
    subject: `Report for ${short} due ${fullDate(due)}`,
    parts: [
      paragraph(
        asking === 1
          ? `The report for ${funder} is due on ${fullDay(due)}. There is time to gather figures and stories.`
          : `The report for ${funder} is due on ${fullDay(due)}, and it is not recorded as delivered.`,
      ),
      facts({ Funder: funder, Period: period, 'Pays for': programmes, Pays: pays, Due: fullDate(due) }),
      paragraph('When it has gone to the funder, record it on the page of the grant: we then stop asking.'),
    ],
    button: button('Open the grant', words.grantHref),
    why: 'You get this e-mail because you keep this grant in Schools Linking.',
  });
}
