import type pg from 'pg';
import { addressOf, issueAddress } from '@linking/application/mails/mail-address.js';
import type { MailSettings } from '@linking/application/mails/mail-settings.js';
import type { PastMail } from './past-mails.js';

const ROWS = 1_000;

/** Writes mails of the past into the tables as the workers would have left them, and the addresses that were in them. */
export async function keepPastMails(
  pool: pg.Pool,
  settings: MailSettings,
  mails: readonly PastMail[],
): Promise<void> {
  // A mail that left with another points at it.
  const ordered = mails.toSorted(
    (x, y) => Number(x.mergedInto !== undefined) - Number(y.mergedInto !== undefined),
  );
  for (let at = 0; at < ordered.length; at += ROWS) await insert(pool, ordered.slice(at, at + ROWS));
  // A teacher's mails of one year all lead to one page.
  const first = new Map<string, PastMail>();
  for (const mail of mails) {
    const address = addressOf(settings, mail);
    if (mail.sentAt !== undefined && address !== undefined && !first.has(address)) first.set(address, mail);
  }
  await Promise.all(
    [...first.values()].map((mail) => issueAddress(pool, settings, mail, mail.sentAt ?? mail.dueAt)),
  );
}

async function insert(pool: pg.Pool, mails: readonly PastMail[]): Promise<void> {
  const rows = mails.map(
    ({ anchorDate, personId, askedBy, dueAt, messageId, mergedInto, schoolDaysOf, ...mail }) => ({
      ...mail,
      rule: mail.content.rule,
      anchor_date: anchorDate,
      person_id: personId,
      asked_by: askedBy,
      due_at: dueAt,
      message_id: messageId,
      merged_into: mergedInto,
      school_days_of: schoolDaysOf,
      sent_at: mail.sentAt,
      created_at: mail.createdAt,
    }),
  );
  const columns = `id, rule, subject, programme, step, anchor_date, person_id, mailbox, school_days_of, kind, asked_by, due_at, status,
    content, message_id, attempt, merged_into, sent_at, reason, created_at`;
  await pool.query(
    `insert into mails (${columns})
     select ${columns} from jsonb_populate_recordset(null::mails, $1) on conflict (id) do nothing`,
    [JSON.stringify(rows)],
  );
  const delivered = mails.filter(
    ({ sentAt, mergedInto }) => sentAt !== undefined && mergedInto === undefined,
  );
  await pool.query(
    `insert into outbox_deliveries (mail_id, message_id, attempt)
     select * from unnest($1::text[], $2::text[], $3::int[]) as sent (mail_id, message_id, attempt)
     where not exists (select from outbox_deliveries known where known.mail_id = sent.mail_id)`,
    [
      delivered.map(({ id }) => id),
      delivered.map(({ messageId }) => messageId),
      delivered.map(({ attempt }) => attempt),
    ],
  );
}
