import type pg from 'pg';
import type { Mailer } from '@linking/application/mails/mailer.js';
import { outboxMailer } from '@linking/application/mails/outbox-mailer.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { smtpMailer } from '@linking/platform/mail/smtp-mailer.js';
import { readSmtpUrl } from '@linking/platform/mail/smtp-url.js';

/** The mail server of the settings, or the outbox when none is named. Closing ends its connections. */
export function openMailer(
  { smtpUrl }: Pick<Settings, 'smtpUrl'>,
  pool: pg.Pool,
): { readonly mailer: Mailer; close(): void } {
  if (smtpUrl === undefined) return { mailer: outboxMailer(pool), close: () => undefined };
  const server = readSmtpUrl(smtpUrl);
  if (server === undefined) throw new Error('SMTP_URL does not name a mail server');
  const mailer = smtpMailer(server);
  return { mailer, close: () => mailer.close() };
}
