import type pg from 'pg';
import { londonDay } from '@linking/domain/calendar/london.js';
import { mailId } from '@linking/domain/reminders/wanted-mail.js';
import { messageIdOf, toMail } from '../mail.js';
import type { Mail, MailRow } from '../mail.js';
import { mailDomain } from '../mail-settings.js';
import type { MailSettings } from '../mail-settings.js';

/** The mail that answers a wish for one more: the one that is on its way, or another. */
export interface NextAgain {
  readonly id: string;
  readonly step: string;
  readonly onItsWay: boolean;
}

/** Who asks twice at once is named the same mail. */
export async function nextAgain(pool: pg.Pool, first: Mail, now: string): Promise<NextAgain> {
  const again = await askedAgain(pool, first);
  const onItsWay = again.find(({ status }) => ['planned', 'queued', 'sending'].includes(status));
  if (onItsWay !== undefined) return { id: onItsWay.id, step: onItsWay.step, onItsWay: true };
  const step = `${stepOf(first)}-again-${again.length + 1}`;
  return { id: mailId({ ...first, step, anchorDate: londonDay(now) }), step, onItsWay: false };
}

/** Puts it where workers find it: immediate, to the same person. Either its id or its Message-ID may be there already. */
export async function insertAgain(
  pool: pg.Pool,
  settings: Pick<MailSettings, 'mailFrom'>,
  first: Mail,
  { id, step }: Pick<NextAgain, 'id' | 'step'>,
  now: string,
): Promise<void> {
  await pool.query(
    `insert into mails (id, rule, subject, programme, step, anchor_date, person_id, mailbox, kind, asked_by, due_at,
                        status, content, message_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'immediate', 'person', $9, 'planned', $10, $11, $9)
     on conflict do nothing`,
    [
      id,
      first.content.rule,
      first.subject,
      first.programme,
      step,
      londonDay(now),
      first.personId,
      first.mailbox ?? null,
      now,
      JSON.stringify(first.content),
      messageIdOf(id, mailDomain(settings)),
    ],
  );
}

export const stepOf = (mail: Pick<Mail, 'step'>) => mail.step.replace(/-again-\d+$/, '');

async function askedAgain(pool: pg.Pool, first: Mail): Promise<readonly Mail[]> {
  const { rows } = await pool.query<MailRow>(
    `select * from mails where subject = $1 and rule = $2 and person_id = $3 and asked_by = 'person'`,
    [first.subject, first.content.rule, first.personId],
  );
  return rows.map(toMail).filter((mail) => stepOf(mail) === stepOf(first));
}
