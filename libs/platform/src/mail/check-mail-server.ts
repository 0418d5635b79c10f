import { createTransport } from 'nodemailer';
import { smtpFailure } from './smtp-failure.js';
import { transportOf } from './smtp-transport.js';
import type { SmtpServer } from './smtp-url.js';

/** Milliseconds: a person waits for the answer. */
const PATIENCE = 3_000;

/**
 * Greets the mail server and signs in, as for a mail, and sends none.
 * Throws `MailFailure` with the reason as a code.
 */
export async function checkMailServer(server: SmtpServer): Promise<void> {
  const transport = createTransport({
    ...transportOf(server),
    connectionTimeout: PATIENCE,
    dnsTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  });
  try {
    await transport.verify();
  } catch (error) {
    throw smtpFailure(error);
  } finally {
    transport.close();
  }
}
