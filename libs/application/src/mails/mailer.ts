import type { OutgoingMail } from '@linking/notices/mail-headers.js';

/** Takes a mail out of the house. */
export interface Mailer {
  /** Throws {@link MailRefused} when trying again is useless; any other error may have sent it. */
  send(mail: OutgoingMail): Promise<void>;
}

/** The mail server will never take this mail: a wrong address, for example. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}
