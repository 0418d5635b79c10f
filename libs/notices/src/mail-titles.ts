import type { MailRule } from '@linking/domain/reminders/mail-facts.js';

/** The subject line of each rule's mail; lists show it without making the whole mail. */
export const mailTitles: Readonly<Record<MailRule, string>> = {
  N07: 'Please sign your Schools Linking agreement',
  N09: 'Meet your linking partner',
};
