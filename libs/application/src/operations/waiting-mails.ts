import { londonDay } from '@linking/domain/calendar/london.js';
import type { Queryable } from '@linking/projections/projection.js';
import { countDueMails } from '../mails/find-mails.js';
import { countFailedMails } from './try-again.js';

/** Mails that were tried and wait, by what the mail server said. */
export interface RestingMails {
  /** A code, never an answer of the server: those quote addresses. */
  readonly reason: string;
  readonly count: number;
}

export interface MailsNow {
  /** Due by the clock and not gone; what somebody holds is not counted. */
  readonly due: number;
  /** When the oldest of them was due, by the clock port. */
  readonly oldestDueAt?: string;
  readonly resting: readonly RestingMails[];
  /** Failed for good in the last two weeks, and reached nobody since. */
  readonly failed: number;
  readonly lastSentAt?: string;
}

export async function readMailsNow(db: Queryable, now: string): Promise<MailsNow> {
  const due = await countDueMails(db, 'all', now);
  const { rows } = await db.query<{ oldest: Date | null; sent: Date | null }>(
    `select (select min(due_at) from mails where ended is null and due_at <= $1
               and merged_into is null and coalesce(held_until <= $2, true)) as oldest,
            (select max(sent_at) from mails where ended = 'sent') as sent`,
    [now, londonDay(now)],
  );
  const { rows: resting } = await db.query<RestingMails>(
    `select coalesce(reason, 'unexpected-error') as reason, count(*)::int as count from mails
     where ended is null and status <> 'sending' and rest_until > now() and merged_into is null
     group by 1 order by 2 desc, 1`,
  );
  const { oldest = null, sent = null } = rows[0] ?? {};
  return {
    due,
    ...(oldest === null ? {} : { oldestDueAt: oldest.toISOString() }),
    resting,
    failed: await countFailedMails(db, now),
    ...(sent === null ? {} : { lastSentAt: sent.toISOString() }),
  };
}
