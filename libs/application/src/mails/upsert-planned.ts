import { startOfMailing } from '@linking/domain/reminders/mailing-hours.js';
import { mailId } from '@linking/domain/reminders/wanted-mail.js';
import type { WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import type { Transaction } from '@linking/projections/projection.js';
import { messageIdOf } from './mail.js';
import { onceADay } from './once-a-day.js';

export interface PlanningMoment {
  /** By the clock port. */
  readonly now: string;
  readonly mailDomain: string;
}

/** What a subject wants now. */
export interface Plan {
  readonly subject: string;
  readonly wanted: readonly WantedMail[];
}

/** Makes the planned mails of one subject exactly the wanted ones. What has been sent, skipped or failed stays. */
export const upsertPlanned = (
  transaction: Transaction,
  subject: string,
  wanted: readonly WantedMail[],
  moment: PlanningMoment,
): Promise<void> => upsertPlans(transaction, [{ subject, wanted }], moment);

/**
 * The same for many subjects. Their rows are locked in the order of ids, as they are claimed and settled; what is as it is
 * wanted is not written.
 */
export async function upsertPlans(
  transaction: Transaction,
  plans: readonly Plan[],
  moment: PlanningMoment,
): Promise<void> {
  const subjects = plans.map(({ subject }) => subject);
  const mails = new Map(plans.flatMap(({ wanted }) => wanted.map((mail) => [mailId(mail), mail] as const)));
  await transaction.query(
    `select from mails where (subject = any($1) and status in ('planned', 'queued')) or id = any($2)
     order by id for update`,
    [subjects, [...mails.keys()]],
  );
  const columns = `id, rule, subject, programme, step, anchor_date, person_id, mailbox, school_days_of, kind, asked_by, due_at, status,
    content, message_id, created_at, moved, held_until, reason, attempt`;
  await transaction.query(
    `insert into mails (${columns})
     select ${columns} from jsonb_populate_recordset(null::mails, $1) order by id
     on conflict (id) do update
     set content = excluded.content,
         moved = excluded.moved,
         school_days_of = excluded.school_days_of,
         due_at = case when mails.kind = 'scheduled' or mails.status = 'cancelled' then excluded.due_at
                       else mails.due_at end,
         held_until = case when mails.attempt = 0 then excluded.held_until end,
         status = case when mails.status = 'cancelled' or (mails.attempt = 0 and excluded.held_until is not null)
                       then 'planned' else mails.status end,
         reason = case when mails.attempt = 0 and excluded.held_until is not null then 'held'
                       when mails.status = 'cancelled' or mails.reason = 'held' then null
                       else mails.reason end,
         rest_until = case when mails.status = 'cancelled' then null else mails.rest_until end
     where mails.status in ('planned', 'queued', 'cancelled')
       and not (mails.status = 'planned' and mails.content = excluded.content
                and mails.moved is not distinct from excluded.moved
                and mails.school_days_of is not distinct from excluded.school_days_of
                and (mails.kind = 'immediate' or mails.due_at = excluded.due_at)
                and mails.held_until is not distinct from excluded.held_until
                and mails.reason is not distinct from excluded.reason)`,
    [JSON.stringify([...mails].map(([id, mail]) => rowOf(id, mail, moment)))],
  );
  await transaction.query(
    `update mails set status = 'cancelled', reason = 'no-longer-wanted'
     where subject = any($1) and asked_by = 'plan' and status in ('planned', 'queued') and id <> all($2)`,
    [subjects, [...mails.keys()]],
  );
  await onceADay(transaction, subjects, moment.now);
}

function rowOf(id: string, mail: WantedMail, { now, mailDomain }: PlanningMoment) {
  const {
    content,
    subject,
    programme,
    step,
    anchorDate,
    personId,
    mailbox,
    schoolDaysOf,
    kind,
    moved,
    heldUntil,
  } = mail;
  return {
    id,
    rule: content.rule,
    subject,
    programme,
    step,
    anchor_date: anchorDate,
    person_id: personId,
    mailbox,
    school_days_of: schoolDaysOf,
    kind,
    asked_by: 'plan',
    due_at: dueAt(mail, now),
    status: 'planned',
    content,
    message_id: messageIdOf(id, mailDomain),
    created_at: now,
    moved,
    held_until: heldUntil,
    reason: heldUntil === undefined ? undefined : 'held',
    attempt: 0,
  };
}

/** Immediate mails are due at once, scheduled ones when the day of their reader begins. */
export const dueAt = (mail: WantedMail, now: string): string =>
  mail.kind === 'immediate' ? now : startOfMailing(mail.dueOn, mail.mailbox);
