import { createTransport } from 'nodemailer';
import { smtpFailure } from './smtp-failure.js';
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

export const PATIENCE: Patience = { connection: 10_000, greeting: 15_000, silence: 60_000, whole: 100_000 };

/** Sends over a few connections that stay open between mails. Certificates are always checked. */
export function smtpMailer(server: SmtpServer, patience = PATIENCE): SmtpMailer {
  const transport = createTransport({
    pool: true,
    host: server.host,
    port: server.port,
    secure: server.tls === 'from-the-start',
    requireTLS: server.tls === 'required',
    ignoreTLS: server.tls === 'off',
    ...(server.auth === undefined ? {} : { auth: server.auth }),
    maxConnections: 4,
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
    async send({ calendar, attachment, ...mail }) {
      try {
        await transport.sendMail({
          ...mail,
          ...(calendar === undefined ? {} : { icalEvent: calendar }),
          ...(attachment === undefined
            ? {}
            : { attachments: [{ ...attachment, contentType: 'text/plain; charset=utf-8' }] }),
          signal: AbortSignal.timeout(patience.whole),
        });
      } catch (error) {
        throw smtpFailure(error);
      }
    },
    close: () => transport.close({ force: true }),
  };
}
