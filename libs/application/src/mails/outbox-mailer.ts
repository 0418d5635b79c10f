import type pg from 'pg';
import type { OutgoingMail } from '@linking/notices/mail-headers.js';
import { inGroups } from './in-groups.js';
import type { Mailer } from './mailer.js';

/** As many as one statement takes. */
const AT_ONCE = 100;

/** Keeps that mails were delivered, and sends nothing: mails of this machine are read on the outbox page. */
export function outboxMailer(pool: pg.Pool): Mailer {
  const deliver = inGroups(async (mails: readonly OutgoingMail[]) => {
    await pool.query(
      `insert into outbox_deliveries (mail_id, message_id, attempt)
       select * from unnest($1::text[], $2::text[], $3::int[])`,
      [
        mails.map(({ mailId }) => mailId),
        mails.map(({ messageId }) => messageId),
        mails.map(({ attempt }) => attempt),
      ],
    );
    return mails;
  }, AT_ONCE);
  return {
    atOnce: AT_ONCE,
    async send(mail) {
      await deliver(mail);
    },
  };
}
