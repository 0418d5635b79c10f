import type {
  DailyListMail,
  FiguresMail,
  GrantReportMail,
  WeeklyListMail,
} from '@linking/domain/reminders/mail-facts.js';
import type { MailWords } from '@linking/notices/mail-words.js';
import type { WeeklyListWords } from '@linking/notices/n27-weekly-list.js';
import type { DailyListWords } from '@linking/notices/n28-daily-list.js';
import type { FiguresWords } from '@linking/notices/n29-figures.js';
import type { GrantReportWords } from '@linking/notices/n30-report-to-a-funder.js';

/** What a digest says beside whom it goes to; read when it is sent or shown. */
type Own<Words extends MailWords> = Omit<Words, keyof MailWords>;

/** The matter of the mails that are lists of what there is, as it stands. */
export interface DigestLookup {
  weekly(facts: WeeklyListMail): Promise<Own<WeeklyListWords>>;
  daily(facts: DailyListMail): Promise<Own<DailyListWords>>;
  figures(facts: FiguresMail): Promise<Own<FiguresWords>>;
  grantReport(facts: GrantReportMail): Promise<Own<GrantReportWords>>;
}
