import type { Queryable } from '@linking/projections/projection.js';
import type { Mail } from './mail.js';

/** Whether somebody is told that an appointment does not take place of which she was never told that it does. */
export async function wasNeverAnnounced(db: Queryable, mail: Mail): Promise<boolean> {
  const { content } = mail;
  if (!('change' in content) || content.change !== 'cancelled') return false;
  const { rowCount } = await db.query(
    `select from mails where subject = $1 and rule = $2 and person_id = $3 and id <> $4
       and content ->> 'change' <> 'cancelled' and content ->> 'number' is not distinct from $5
       and (status in ('sent', 'sending') or attempt > 0) limit 1`,
    [mail.subject, content.rule, mail.personId, mail.id, 'number' in content ? String(content.number) : null],
  );
  return rowCount === 0;
}
