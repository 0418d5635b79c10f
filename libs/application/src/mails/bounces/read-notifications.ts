import { createHash } from 'node:crypto';
import type pg from 'pg';
import { readDeliveryStatus } from '@linking/platform/mail/delivery-status.js';
import type { ArrivedMail, NotificationMailbox } from '@linking/platform/mail/notification-mailbox.js';
import { mailThatCameBack, type NotificationDependencies } from './mail-came-back.js';

/** What was found in the mailbox, as numbers. */
export interface Reading {
  /** A mail of ours came back for good. */
  readonly bounced: number;
  /** About a mail of ours that is only late, or that arrived. */
  readonly noted: number;
  /** Notifications about mails that we never sent, broken or too large ones. */
  readonly notOurs: number;
  /** Mails that are no notifications, such as the answer of somebody on holiday. */
  readonly others: number;
}

const AT_ONCE = 200;
/** More than a notification ever needs: it returns our mail at most. */
const LARGEST = 2_000_000;

/**
 * Reads what is new in the mailbox and writes down which mails came back. Only notifications about mails of ours are
 * marked as read; all else is left as it is and counted. How far it came is kept mail by mail, so that each is read
 * once; one that is read twice, after a crash, changes nothing.
 */
export async function readNotifications(
  dependencies: NotificationDependencies,
  mailbox: NotificationMailbox,
  address: string,
): Promise<Reading> {
  const { pool } = dependencies;
  const key = createHash('sha256').update(address).digest('hex').slice(0, 16);
  const reading = { bounced: 0, noted: 0, notOurs: 0, others: 0 };
  for (;;) {
    const mails = await mailbox.newerThan(await lastRead(pool, key, mailbox.uidValidity), AT_ONCE);
    if (mails.length === 0) return reading;
    for (const mail of mails) {
      const kind = await readOne(dependencies, mailbox, mail);
      reading[kind] += 1;
      if (kind === 'bounced' || kind === 'noted') await mailbox.markRead(mail.uid);
      await keepRead(pool, key, mailbox.uidValidity, mail.uid, kind);
    }
  }
}

async function readOne(
  dependencies: NotificationDependencies,
  mailbox: NotificationMailbox,
  { uid, bytes, isReport }: ArrivedMail,
): Promise<keyof Reading> {
  if (!isReport) return 'others';
  if (bytes > LARGEST) return 'notOurs';
  const raw = await mailbox.content(uid);
  const status = raw === undefined ? undefined : await readDeliveryStatus(raw);
  if (status === undefined) return 'notOurs';
  const found = await mailThatCameBack(dependencies, status);
  return found === 'unknown' ? 'notOurs' : found;
}

async function lastRead(pool: pg.Pool, key: string, uidValidity: string): Promise<number> {
  const { rows } = await pool.query<{ last_uid: string }>(
    'select last_uid::text from notification_mailboxes where mailbox = $1 and uid_validity = $2',
    [key, uidValidity],
  );
  return Number(rows[0]?.last_uid ?? 0);
}

async function keepRead(
  pool: pg.Pool,
  key: string,
  uidValidity: string,
  uid: number,
  kind: keyof Reading,
): Promise<void> {
  const one = (which: keyof Reading) => (which === kind ? 1 : 0);
  await pool.query(
    `insert into notification_mailboxes as m (mailbox, uid_validity, last_uid, bounced, noted, not_ours, others)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (mailbox) do update
     set last_uid = case when m.uid_validity = $2 then greatest(m.last_uid, $3) else $3 end,
         uid_validity = $2, bounced = m.bounced + $4, noted = m.noted + $5, not_ours = m.not_ours + $6,
         others = m.others + $7`,
    [key, uidValidity, uid, one('bounced'), one('noted'), one('notOurs'), one('others')],
  );
}
