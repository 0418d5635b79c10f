import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Queryable } from '@linking/projections/projection.js';
import { countAttempt } from '../accounts/sign-in-attempts.js';
import { inLockedTransaction } from '../locked-transaction.js';
import { mailDomain, type MailSettings } from '../mails/mail-settings.js';
import { addressToken, issueToken } from '../tokens/tokens.js';
import { keepRequest, type SaidInterest } from './interest-request.js';

export interface AskedInterest {
  readonly urn: string;
  readonly year: string;
  readonly said: SaidInterest;
  /** The network address it came from. */
  readonly address: string;
}

export interface PublicFormDependencies {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly settings: MailSettings;
}

/** How long the address in the mail works. */
export const VALID_DAYS = 3;
/** How long what was typed waits for it, so that a new address can be asked for. */
export const KEPT_DAYS = 14;
const DAY = 86_400_000;
const MINUTES_BETWEEN_MAILS = 5;
/** To one address, whatever school was typed: more would only fill a mailbox. */
const MAILS_A_DAY = 5;

const SENDING = { perEmail: 6, perAddress: 30 };
const SEARCHING = { perEmail: 60, perAddress: 60 };

/** Counts a look into the register by whoever has no account. Throws TooManyAttempts. */
export async function countSearch(pool: pg.Pool, address: string): Promise<void> {
  await countAttempt(pool, `interest-search ${address}`, `interest-search ${address}`, SEARCHING);
}

/**
 * Keeps what a school typed and wants one mail with a one-time address sent; the caller learns nothing of who asked
 * before. Sent again within minutes, it is the same request and no second mail. Throws TooManyAttempts.
 */
export async function askForInterest(
  dependencies: PublicFormDependencies,
  { urn, year, said, address }: AskedInterest,
): Promise<{ readonly requestId: string }> {
  const { pool, clock } = dependencies;
  const { email } = said.head;
  await countAttempt(pool, `interest ${email.trim()}`, `interest ${address}`, SENDING);
  const now = clock.now();
  return inLockedTransaction(pool, lockOf(email), async (transaction) => {
    const request = { id: randomUUID(), urn, year, said, now, keepUntil: daysAfter(now, KEPT_DAYS) };
    const requestId = await keepRequest(transaction, request);
    await wantMail(dependencies, transaction, requestId, email);
    return { requestId };
  });
}

/** "Send me a new one": to the address that was typed, which nobody is told. A request that is recorded gets none. */
export async function askForNewAddress(
  dependencies: PublicFormDependencies,
  requestId: string,
): Promise<void> {
  const { pool } = dependencies;
  const { rows } = await pool.query<{ email: string | null }>(
    'select email from interest_requests where id = $1',
    [requestId],
  );
  const email = rows[0]?.email ?? null;
  if (email === null) return;
  await inLockedTransaction(pool, lockOf(email), (transaction) =>
    wantMail(dependencies, transaction, requestId, email),
  );
}

const lockOf = (email: string) => `interest ${email.toLowerCase()}`;
const daysAfter = (now: string, days: number) => new Date(Date.parse(now) + days * DAY).toISOString();
// The address itself is erased with the request; its hash only counts.
const hashOf = (email: string) => createHash('sha256').update(email.trim().toLowerCase()).digest('hex');

async function wantMail(
  { clock, settings }: PublicFormDependencies,
  transaction: Queryable,
  requestId: string,
  email: string,
): Promise<void> {
  const [id, now] = [randomUUID(), clock.now()];
  const { rowCount } = await transaction.query(
    `insert into interest_request_mails (id, request_id, email_hash, asked_at, message_id)
     select $1, $2, $3, $4, $5
     where not exists (select from interest_request_mails where request_id = $2
                       and created_at > now() - make_interval(mins => $6))
       and $7 > (select count(*) from interest_request_mails where email_hash = $3
                 and created_at > now() - interval '1 day')`,
    [
      id,
      requestId,
      hashOf(email),
      now,
      `<${id}@${mailDomain(settings)}>`,
      MINUTES_BETWEEN_MAILS,
      MAILS_A_DAY,
    ],
  );
  if (rowCount === 0) return;
  await issueToken(transaction, settings, {
    id,
    purpose: 'confirm-interest',
    ref: requestId,
    // Nobody is registered yet: the request stands for her.
    personId: requestId,
    mailId: id,
    issuedAt: now,
    expiresAt: daysAfter(now, VALID_DAYS),
  });
}

/** The secret part of the newest address of a request: in the demonstration, where no mail leaves the machine. */
export async function newestAddress(
  { pool, settings }: Pick<PublicFormDependencies, 'pool' | 'settings'>,
  requestId: string,
): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    'select id from interest_request_mails where request_id = $1 order by created_at desc limit 1',
    [requestId],
  );
  return rows[0] && addressToken(settings, rows[0].id, 'confirm-interest');
}
