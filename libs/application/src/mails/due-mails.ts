import { isMailingHour } from '@linking/domain/reminders/mailing-hours.js';
import type { Queryable } from '@linking/projections/projection.js';

/**
 * Ids of the mails to put on the queue, marked as queued: all that is due by the clock, with those a lost queue
 * forgot and those whose worker died. Scheduled ones wait for the next mailing hour; what could not be sent rests first.
 */
export async function takeDueMails(db: Queryable, now: string, limit = 500): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>(
    `with due as (
       select id from mails
       where (kind = 'immediate' or $3)
         and ((status in ('planned', 'queued') and due_at <= $1 and coalesce(rest_until <= now(), true))
           or (status = 'sending' and lease_until < now()))
       order by due_at, id limit $2
       for update skip locked
     )
     update mails set status = case when mails.status = 'planned' then 'queued' else mails.status end
     from due where mails.id = due.id returning mails.id`,
    [now, limit, isMailingHour(now)],
  );
  return rows.map(({ id }) => id);
}
