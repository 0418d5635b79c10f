import { londonInstant } from '@linking/domain/calendar/london.js';
import { mailId } from '@linking/domain/reminders/wanted-mail.js';
import type { WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import type { Transaction } from '@linking/projections/projection.js';
import { messageIdOf } from './mail.js';

export interface PlanningMoment {
  /** By the clock port. */
  readonly now: string;
  readonly mailDomain: string;
}

/** Makes the planned mails of one subject exactly the wanted ones. What has been sent, skipped or failed stays. */
export async function upsertPlanned(
  transaction: Transaction,
  subject: string,
  wanted: readonly WantedMail[],
  moment: PlanningMoment,
): Promise<void> {
  for (const mail of wanted) await upsert(transaction, mail, moment);
  await transaction.query(
    `update mails set status = 'cancelled', reason = 'no-longer-wanted'
     where subject = $1 and asked_by = 'plan' and status in ('planned', 'queued') and id <> all($2)`,
    [subject, wanted.map(mailId)],
  );
}

async function upsert(transaction: Transaction, mail: WantedMail, moment: PlanningMoment): Promise<void> {
  const id = mailId(mail);
  await transaction.query(
    `insert into mails (id, rule, subject, programme, step, anchor_date, person_id, mailbox, kind, asked_by, due_at,
                        status, content, message_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'plan', $10, 'planned', $11, $12, $13)
     on conflict (id) do update
     set content = excluded.content,
         due_at = case when mails.kind = 'scheduled' or mails.status = 'cancelled' then excluded.due_at
                       else mails.due_at end,
         status = case when mails.status = 'cancelled' then 'planned' else mails.status end,
         reason = case when mails.status = 'cancelled' then null else mails.reason end,
         rest_until = case when mails.status = 'cancelled' then null else mails.rest_until end
     where mails.status in ('planned', 'queued', 'cancelled')`,
    [
      id,
      mail.content.rule,
      mail.subject,
      mail.programme,
      mail.step,
      mail.anchorDate,
      mail.personId,
      mail.mailbox ?? null,
      mail.kind,
      dueAt(mail, moment.now),
      JSON.stringify(mail.content),
      messageIdOf(id, moment.mailDomain),
      moment.now,
    ],
  );
}

/** Immediate mails are due at once, scheduled ones at 08:00 in London. */
export const dueAt = (mail: WantedMail, now: string): string =>
  mail.kind === 'immediate' ? now : londonInstant(mail.dueOn, '08:00');
