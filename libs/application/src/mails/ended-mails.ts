import type { Transaction } from '@linking/projections/projection.js';
import { messageIdOf } from './mail.js';
import type { ToldMail } from './told-mails.js';
import { dueAt } from './upsert-planned.js';
import { settlementOf } from './why-not-sent.js';

/** Writes the rows of mails that went, were skipped, failed, or were wanted once and never went, as the log tells it. */
export async function writeEnded(
  transaction: Transaction,
  mails: readonly ToldMail[],
  mailDomain: string,
): Promise<void> {
  const rows = mails.map((mail) => rowOf(mail, mailDomain));
  const columns = `id, rule, subject, programme, step, anchor_date, person_id, mailbox, school_days_of, kind, asked_by, due_at, status,
    content, message_id, attempt, sent_at, reason, created_at, wording`;
  await transaction.query(
    `insert into mails (${columns})
     select ${columns} from jsonb_populate_recordset(null::mails, $1)
     on conflict (id) do update
     set status = excluded.status, wording = excluded.wording, sent_at = excluded.sent_at, reason = excluded.reason, lease_until = null,
         attempt = greatest(mails.attempt, excluded.attempt)
     where excluded.status <> 'cancelled' and mails.status in ('planned', 'queued', 'sending', 'cancelled')`,
    [JSON.stringify(rows)],
  );
}

function rowOf({ id, wanted, askedBy, since, outcome }: ToldMail, mailDomain: string) {
  const { subject, programme, step, anchorDate, personId, mailbox, schoolDaysOf, kind, content } = wanted;
  const end =
    outcome === undefined
      ? ({ status: 'cancelled', reason: 'no-longer-wanted' } as const)
      : outcome.cameBack
        ? ({ status: 'failed', reason: 'bounced' } as const)
        : settlementOf(outcome, outcome.recordedAt);
  const attempt = outcome?.attempt ?? 0;
  return {
    id,
    rule: content.rule,
    subject,
    programme,
    step,
    anchor_date: anchorDate,
    person_id: personId,
    mailbox: mailbox ?? null,
    school_days_of: schoolDaysOf ?? null,
    kind,
    asked_by: askedBy,
    due_at: dueAt(wanted, since),
    status: end.status,
    content,
    message_id: messageIdOf(id, mailDomain),
    attempt,
    sent_at: outcome?.type === 'ReminderSent' ? outcome.recordedAt : null,
    reason: end.reason ?? (attempt > 1 ? 'earlier-try-may-have-arrived' : null),
    created_at: since,
    wording: outcome?.wording ?? null,
  };
}

/** Says of what left together with which mail: they bear its Message-ID. Answers the ids of the rows that changed. */
export async function joinParcels(
  transaction: Transaction,
  mails: readonly ToldMail[],
): Promise<readonly string[]> {
  const sent = mails.flatMap(({ id, outcome }) =>
    outcome?.type === 'ReminderSent' ? [{ id, messageId: outcome.messageId }] : [],
  );
  const { rows } = await transaction.query<{ id: string }>(
    `update mails set merged_into = first.id
     from unnest($1::text[], $2::text[]) as sent (id, message_id) join mails first using (message_id)
     where mails.id = sent.id and first.id <> sent.id and mails.merged_into is distinct from first.id
     returning mails.id`,
    [sent.map(({ id }) => id), sent.map(({ messageId }) => messageId)],
  );
  return rows.map(({ id }) => id);
}
