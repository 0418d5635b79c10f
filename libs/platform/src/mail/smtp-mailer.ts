import { createTransport } from 'nodemailer';
import { smtpFailure } from './smtp-failure.js';
import { transportOf } from './smtp-transport.js';
import type { SmtpServer } from './smtp-url.js';

/** A mail with one recipient, its lines checked by whoever made it. */
export interface SmtpMail {
  readonly messageId: string;
  readonly from: string;
  readonly replyTo: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachment?: { readonly filename: string; readonly content: string };
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}

export interface SmtpMailer {
  /** Throws `MailFailure`. */
  send(mail: SmtpMail): Promise<void>;
  /** How many whoever sends several hands over at once: half of the connections, for others send too. */
  readonly atOnce: number;
  /** Ends the connections; what is being sent just now fails. */
  close(): void;
}

/** Milliseconds. `whole` must be less than the lease of a mail, or another worker sends it meanwhile. */
export interface Patience {
  readonly connection: number;
  readonly greeting: number;
  readonly silence: number;
  readonly whole: number;
}

const CONNECTIONS = 4;

export const PATIENCE: Patience = { connection: 10_000, greeting: 15_000, silence: 60_000, whole: 100_000 };

/** Sends over a few connections that stay open between mails. Certificates are always checked. */
export function smtpMailer(server: SmtpServer, patience = PATIENCE): SmtpMailer {
  const transport = createTransport({
    pool: true,
    ...transportOf(server),
    maxConnections: CONNECTIONS,
    maxMessages: 100,
    // Only what was not begun is put on another connection by the pool; more patience than once is the queue's.
    maxRequeues: 1,
    idleTimeout: 30_000,
    connectionTimeout: patience.connection,
    dnsTimeout: patience.connection,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    atOnce: CONNECTIONS / 2,
    async send({ calendar, attachment, ...mail }) {
      try {
        await transport.sendMail({
          ...mail,
          ...(calendar === undefined ? {} : { icalEvent: calendar }),
          ...(attachment === undefined
            ? {}
            : { attachments: [{ ...attachment, contentType: 'text/plain; charset=utf-8' }] }),
          // Where the server can (RFC 3461): only failures are told, under our id and without the mail's text.
          dsn: { id: mail.messageId.slice(1, -1), return: 'headers', notify: 'failure' },
          signal: AbortSignal.timeout(patience.whole),
        });
      } catch (error) {
        throw smtpFailure(error);
      }
    },
    close: () => transport.close({ force: true }),
  };
}
