import type { Queryable } from '@linking/projections/projection.js';
import type { Mail } from './mail.js';
import type { Appointment } from './why-not-sent.js';

/** Whether another mail than this one may have told somebody that an appointment takes place. */
export async function wasAnnounced(
  db: Queryable,
  { id }: Mail,
  { subject, rule, personId, number }: Appointment,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `select from mails where subject = $1 and rule = $2 and person_id = $3 and id <> $4
       and content ->> 'change' <> 'cancelled' and content ->> 'number' is not distinct from $5
       and (status in ('sent', 'sending') or attempt > 0) limit 1`,
    [subject, rule, personId, id, number],
  );
  return rowCount !== 0;
}
