import type pg from 'pg';
import type { Mailer } from './mailer.js';

/** Keeps that a mail was delivered, and sends nothing: mails of this machine are read on the outbox page. */
export function outboxMailer(pool: pg.Pool): Mailer {
  return {
    async send(mail) {
      await pool.query('insert into outbox_deliveries (mail_id, message_id, attempt) values ($1, $2, $3)', [
        mail.mailId,
        mail.messageId,
        mail.attempt,
      ]);
    },
  };
}
