import type { Queryable } from '@linking/projections/projection.js';
import type { Parcel } from './claim.js';
import type { Mail } from './mail.js';

export interface TryThatFailed {
  readonly reason: string;
  /** Nothing can have arrived, so this try does not count. */
  readonly sentNothing: boolean;
  /** Milliseconds of real time for which the sweep leaves the mails alone; a job on the queue may try them sooner. */
  readonly rest: number;
}

/** Gives the mails back to be tried again; when none can have left, each is free for other company. */
export async function giveBack(
  db: Queryable,
  { mails, attempt }: Parcel,
  { reason, sentNothing, rest }: TryThatFailed,
): Promise<void> {
  const tries = attempt - (sentNothing ? 1 : 0);
  await db.query(
    `update mails
     set status = 'queued', lease_until = null, reason = $3, attempt = $4,
         merged_into = case when $4 = 0 then null else merged_into end,
         rest_until = now() + make_interval(secs => $5)
     where id = any($1) and attempt = $2 and status = 'sending'`,
    [mails.map(({ id }) => id), attempt, reason, tries, rest / 1000],
  );
}

/** Gives a mail back that somebody holds since it was put on the queue: nothing of it can have left. */
export async function putAside(db: Queryable, { id, attempt }: Mail, heldUntil: string): Promise<void> {
  await db.query(
    `update mails set status = 'planned', reason = 'held', held_until = $3, attempt = attempt - 1, lease_until = null,
            merged_into = null
     where id = $1 and attempt = $2 and status = 'sending'`,
    [id, attempt, heldUntil],
  );
}

export type Settlement =
  | {
      readonly status: 'sent';
      readonly sentAt: string;
      /** Key of the address it went to. */
      readonly sentTo?: string;
      readonly reason?: string;
    }
  | { readonly status: 'skipped' | 'failed' | 'cancelled'; readonly reason: string };

/** Mails that ended in one way. */
export interface Settled {
  readonly mails: readonly Mail[];
  readonly settlement: Settlement;
}

/**
 * Writes into the rows how the mails ended. What did not go went with nothing, and its try was none. Locked in the order of
 * ids, as they are claimed and planned.
 */
export async function settle(db: Queryable, settled: readonly Settled[]): Promise<void> {
  const ended = settled.flatMap(({ mails, settlement }) => mails.map((mail) => ({ mail, settlement })));
  const sent = ended.map(({ settlement }) => (settlement.status === 'sent' ? settlement : undefined));
  await db.query(
    `with known as (select id from mails where id = any($1) order by id for update)
     update mails set status = ended.status, sent_at = ended.sent_at, reason = ended.reason, sent_to = ended.sent_to,
            lease_until = null,
            attempt = case when ended.status in ('skipped', 'cancelled') then mails.attempt - 1 else mails.attempt end,
            merged_into = case when ended.status in ('skipped', 'cancelled') then null else mails.merged_into end
     from unnest($1::text[], $2::int[], $3::text[], $4::timestamptz[], $5::text[], $6::text[])
            as ended (id, attempt, status, sent_at, reason, sent_to)
     where mails.id = any(array(select id from known)) and mails.id = ended.id and mails.attempt = ended.attempt and mails.status = 'sending'`,
    [
      ended.map(({ mail }) => mail.id),
      ended.map(({ mail }) => mail.attempt),
      ended.map(({ settlement }) => settlement.status),
      sent.map((it) => it?.sentAt ?? null),
      ended.map(({ settlement }) => settlement.reason ?? null),
      sent.map((it) => it?.sentTo ?? null),
    ],
  );
}
