import type { OutgoingMail } from '@linking/notices/mail-headers.js';

/** Takes a mail out of the house. */
export interface Mailer {
  /** Throws `MailFailure`, which knows what became of the mail; any other error may have sent it. */
  send(mail: OutgoingMail): Promise<void>;
  /** How many it takes at the same time; a few when it does not say. */
  readonly atOnce?: number;
}
