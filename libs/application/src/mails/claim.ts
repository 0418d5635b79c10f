import type { Queryable } from '@linking/projections/projection.js';
import { toMail } from './mail.js';
import type { Mail, MailRow } from './mail.js';

/**
 * Takes the mail for `lease` milliseconds of real time. `undefined` when it is done, cancelled, or another worker's.
 * Its attempt is 2 or more when an earlier worker died after taking it, so that it may have been sent already.
 */
export async function claimMail(db: Queryable, id: string, lease: number): Promise<Mail | undefined> {
  const { rows } = await db.query<MailRow>(
    `update mails set status = 'sending', attempt = attempt + 1, lease_until = now() + make_interval(secs => $2)
     where id = $1 and (status in ('planned', 'queued') or (status = 'sending' and lease_until < now()))
     returning *`,
    [id, lease / 1000],
  );
  return rows[0] === undefined ? undefined : toMail(rows[0]);
}

export interface TryThatFailed {
  readonly reason: string;
  /** Nothing can have arrived, so this try does not count. */
  readonly sentNothing: boolean;
  /** Milliseconds of real time for which the sweep leaves the mail alone; a job on the queue may try it sooner. */
  readonly rest: number;
}

/** Gives the mail back to be tried again. */
export async function giveBack(
  db: Queryable,
  mail: Mail,
  { reason, sentNothing, rest }: TryThatFailed,
): Promise<void> {
  await db.query(
    `update mails
     set status = 'queued', lease_until = null, reason = $3, attempt = attempt - $4,
         rest_until = now() + make_interval(secs => $5)
     where id = $1 and attempt = $2 and status = 'sending'`,
    [mail.id, mail.attempt, reason, sentNothing ? 1 : 0, rest / 1000],
  );
}

export async function settle(
  db: Queryable,
  mail: Mail,
  outcome:
    | { readonly status: 'sent'; readonly sentAt: string; readonly reason?: string }
    | { readonly status: 'skipped' | 'failed' | 'cancelled'; readonly reason: string },
): Promise<void> {
  await db.query(
    `update mails set status = $3, sent_at = $4, reason = $5, lease_until = null
     where id = $1 and attempt = $2 and status = 'sending'`,
    [
      mail.id,
      mail.attempt,
      outcome.status,
      outcome.status === 'sent' ? outcome.sentAt : null,
      outcome.reason ?? null,
    ],
  );
}
