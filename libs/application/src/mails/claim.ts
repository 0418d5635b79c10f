import type pg from 'pg';
import { isMailingHour } from '@linking/domain/reminders/mailing-hours.js';
import type { Queryable } from '@linking/projections/projection.js';
import { toMail } from './mail.js';
import type { Mail, MailRow } from './mail.js';

/** Mails that leave as one: an immediate mail alone, or all scheduled ones of one person in one programme. */
export interface Parcel {
  /** The first of them, whose Message-ID the parcel bears. */
  readonly id: string;
  readonly messageId: string;
  /** 2 or more when an earlier worker died after taking it, so that it may have been sent already. */
  readonly attempt: number;
  /** In the order of their ids. */
  readonly mails: readonly Mail[];
}

export interface Claiming {
  /** Milliseconds of real time for which the parcel is this worker's. */
  readonly lease: number;
  /** By the clock port. */
  readonly now: string;
}

const CLAIMABLE = `(status in ('planned', 'queued') or (status = 'sending' and lease_until < now()))`;

/**
 * Takes a mail with all that leaves with it. What may have left already keeps its company and its Message-ID; what has
 * not joins whatever else is due to its person. `undefined` when it is done, cancelled, another worker's, or scheduled
 * and this is no mailing hour.
 */
export async function claimMail(
  pool: pg.Pool,
  id: string,
  { lease, now }: Claiming,
): Promise<Parcel | undefined> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const rows = await lockCompany(client, id, now);
    const parcel = rows.length === 0 ? undefined : await take(client, rows, lease);
    await client.query('commit');
    return parcel;
  } catch (error) {
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Locks in the order of ids, so that two workers who want the same company wait for each other in turn. */
async function lockCompany(db: Queryable, id: string, now: string): Promise<readonly MailRow[]> {
  const found = await db.query<MailRow>('select * from mails where id = $1', [id]);
  const mail = found.rows[0];
  if (mail === undefined) return [];
  const alone = mail.kind === 'immediate';
  if (!alone && !isMailingHour(now)) return [];
  const { rows } = await db.query<MailRow>(
    mail.attempt > 0
      ? `select * from mails where ${CLAIMABLE} and (id = $1 or merged_into = $1) order by id for update`
      : `select * from mails where ${CLAIMABLE} and attempt = 0 and (id = $1 or (not $2 and kind = 'scheduled'
           and person_id = $3 and programme = $4 and due_at <= $5)) order by id for update`,
    mail.attempt > 0 ? [mail.merged_into ?? mail.id] : [mail.id, alone, mail.person_id, mail.programme, now],
  );
  return rows.some((row) => row.id === id && row.attempt === mail.attempt) ? rows : [];
}

async function take(db: Queryable, rows: readonly MailRow[], lease: number): Promise<Parcel> {
  const ids = rows.map((row) => row.id).toSorted();
  const [row] = rows;
  const known = (row?.attempt ?? 0) > 0 ? (row?.merged_into ?? row?.id) : undefined;
  const first = known ?? ids[0] ?? '';
  const taken = await db.query<MailRow>(
    `update mails set status = 'sending', attempt = attempt + 1, lease_until = now() + make_interval(secs => $2),
            merged_into = case when id = $3 then null else $3 end
     where id = any($1) returning *`,
    [ids, lease / 1000, first],
  );
  const { rows: firsts } = await db.query<{ message_id: string }>(
    'select message_id from mails where id = $1',
    [first],
  );
  return {
    id: first,
    messageId: firsts[0]?.message_id ?? '',
    attempt: (row?.attempt ?? 0) + 1,
    mails: taken.rows.map(toMail).toSorted(byId),
  };
}

const byId = (x: Mail, y: Mail) => (x.id < y.id ? -1 : 1);

/** Without what is not to go after all. What cannot have left yet takes the Message-ID of its new first mail. */
export async function onlyWith(db: Queryable, parcel: Parcel, mails: readonly Mail[]): Promise<Parcel> {
  const [first] = mails;
  if (first === undefined || parcel.attempt > 1 || first.id === parcel.id) return { ...parcel, mails };
  await db.query(
    `update mails set merged_into = case when id = $2 then null else $2 end where id = any($1) and status = 'sending'`,
    [mails.map(({ id }) => id), first.id],
  );
  return { ...parcel, id: first.id, messageId: first.messageId, mails };
}

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

export type Settlement =
  | { readonly status: 'sent'; readonly sentAt: string; readonly reason?: string }
  | { readonly status: 'skipped' | 'failed' | 'cancelled'; readonly reason: string };

/** Writes into the rows how the mails ended. What did not go went with nothing. */
export async function settle(db: Queryable, mails: readonly Mail[], outcome: Settlement): Promise<void> {
  await db.query(
    `update mails set status = $3, sent_at = $4, reason = $5, lease_until = null,
            merged_into = case when $3 in ('skipped', 'cancelled') then null else merged_into end
     where id = any($1) and attempt = $2 and status = 'sending'`,
    [
      mails.map(({ id }) => id),
      mails[0]?.attempt ?? 0,
      outcome.status,
      outcome.status === 'sent' ? outcome.sentAt : null,
      outcome.reason ?? null,
    ],
  );
}
