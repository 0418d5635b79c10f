import { addDays, londonDay, londonInstant } from '@linking/domain/calendar/london.js';
import { startOfMailing } from '@linking/domain/reminders/mailing-hours.js';
import type { Queryable } from '@linking/projections/projection.js';

/**
 * Somebody at a school or a venue gets one scheduled mail a day in each programme. What is found to be due when hers has left
 * already waits for the next morning; whether it still helps then is asked when it goes.
 */
export async function onceADay(db: Queryable, subjects: readonly string[], now: string): Promise<void> {
  const today = londonDay(now);
  await db.query(
    `update mails set due_at = $3
     where subject = any($1) and kind = 'scheduled' and status in ('planned', 'queued') and attempt = 0
       and due_at <= $2 and coalesce(mailbox, 'venue') = 'venue'
       and exists (select from mails gone
                   where gone.person_id = mails.person_id and gone.programme = mails.programme
                     and gone.kind = 'scheduled' and gone.ended = 'sent' and gone.sent_at >= $4)`,
    [subjects, now, nextMorning(today), londonInstant(today, '00:00')],
  );
}

/** When what was put off is due. */
export const nextMorning = (today: string): string => startOfMailing(addDays(today, 1));
