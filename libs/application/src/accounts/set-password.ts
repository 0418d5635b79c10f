import { createHmac, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Queryable } from '@linking/projections/projection.js';
import type { TokenSecrets } from '../tokens/tokens.js';
import { AccountRefused, NotFound } from './access-errors.js';
import { inAccountTransaction } from './account-transaction.js';
import { hashPassword, verifyPassword } from './password-hash.js';
import { newToken, tokenHash } from './secret-token.js';
import { countAttempt } from './sign-in-attempts.js';
import { endSessionsOf } from './sessions.js';
import { noteUserChange } from './user-changes.js';

const VALID_MINUTES = 7 * 24 * 60;
const SHORTEST = 12;
/** Long enough for any sentence, short enough to hash. */
const LONGEST = 200;

const EXPIRED = 'This address to set a password has expired or was used. Ask for a new one.';

/** The same id always makes the same token, so that an address can be made again and is never kept. */
export const passwordToken = ({ tokenSecret }: TokenSecrets, id: string): string =>
  createHmac('sha256', tokenSecret).update(`${id}\nset-password`).digest('base64url');

/** A one-time token to set a password, valid 7 days; earlier ones of the same user no longer work. */
export async function offerPassword(client: Queryable, userId: string, token = newToken()): Promise<string> {
  await endOffers(client, userId);
  return addOffer(client, userId, token, VALID_MINUTES);
}

/** A token beside those that an administrator gave: whoever asks for it cannot take hers away. */
export async function addOffer(
  client: Queryable,
  userId: string,
  token: string,
  validMinutes: number,
): Promise<string> {
  await client.query(
    `insert into password_tokens (token_hash, user_id, expires_at)
     values ($1, $2, now() + make_interval(mins => $3)) on conflict (token_hash) do nothing`,
    [tokenHash(token), userId, validMinutes],
  );
  return token;
}

export async function endOffers(client: Queryable, userId: string): Promise<void> {
  await client.query('update password_tokens set used_at = now() where user_id = $1 and used_at is null', [
    userId,
  ]);
}

/** Throws NotFound when the token is not, or no longer, good. Changes nothing. */
export async function checkPasswordToken(pool: pg.Pool, token: string): Promise<void> {
  const { rowCount } = await pool.query(
    `select 1 from password_tokens t join users u on u.id = t.user_id
     where t.token_hash = $1 and t.used_at is null and t.expires_at > now() and u.disabled_at is null`,
    [tokenHash(token)],
  );
  if (!rowCount) throw new NotFound(EXPIRED);
}

/**
 * Sets the password once, and ends every session and every other offer of the user. Throws NotFound or AccountRefused.
 * @param now by the clock port
 */
export async function setPassword(
  pool: pg.Pool,
  token: string,
  password: string,
  now: string,
): Promise<void> {
  checkPassword(password);
  await checkPasswordToken(pool, token);
  const hash = await hashPassword(password);
  await inAccountTransaction(pool, async (transaction) => {
    // Two posts of the same form cannot both use the token.
    const { rows } = await transaction.query<{ user_id: string }>(
      `update password_tokens t set used_at = now() from users u
       where t.token_hash = $1 and t.used_at is null and t.expires_at > now()
         and u.id = t.user_id and u.disabled_at is null
       returning t.user_id`,
      [tokenHash(token)],
    );
    const userId = rows[0]?.user_id;
    if (userId === undefined) throw new NotFound(EXPIRED);
    await keepPassword(transaction, userId, hash, { means: 'address', now });
  });
}

export interface OwnSession {
  readonly userId: string;
  readonly tokenHash: string;
  /** The network address the request came from. */
  readonly address: string;
}

/**
 * A signed-in person chooses another password; every session but the one she does it with ends.
 * Throws AccountRefused when the current one is wrong; guesses are counted as tries to sign in are: TooManyAttempts.
 */
export async function changePassword(
  pool: pg.Pool,
  { userId, tokenHash: ownSession, address }: OwnSession,
  { current, password }: { readonly current: string; readonly password: string },
  now: string,
): Promise<void> {
  checkPassword(password);
  await countAttempt(pool, `account ${userId}`, address);
  const { rows } = await pool.query<{ password_hash: string | null }>(
    'select password_hash from users where id = $1 and disabled_at is null',
    [userId],
  );
  if (!(await verifyPassword(current, rows[0]?.password_hash ?? ''))) {
    throw new AccountRefused('WRONG_PASSWORD', 'current', 'This is not your current password.');
  }
  const hash = await hashPassword(password);
  await inAccountTransaction(pool, (transaction) =>
    keepPassword(transaction, userId, hash, { means: 'account', now, ownSession }),
  );
}

async function keepPassword(
  transaction: Queryable,
  userId: string,
  hash: string,
  how: { readonly means: 'address' | 'account'; readonly now: string; readonly ownSession?: string },
): Promise<void> {
  await transaction.query('update users set password_hash = $2 where id = $1', [userId, hash]);
  await endOffers(transaction, userId);
  await endSessionsOf(transaction, userId, how.ownSession);
  const set = { type: 'PasswordSet', data: { userId, means: how.means } } as const;
  await noteUserChange(transaction, set, {
    commandId: randomUUID(),
    actor: `user:${userId}`,
    channel: 'page',
    at: how.now,
  });
}

/** Throws AccountRefused for a password of fewer than 12 or more than 200 characters. */
export function checkPassword(password: string): void {
  if (password.length < SHORTEST) {
    throw new AccountRefused('PASSWORD_TOO_SHORT', 'password', `Use at least ${SHORTEST} characters.`);
  }
  if (password.length > LONGEST) {
    throw new AccountRefused('PASSWORD_TOO_LONG', 'password', `Use at most ${LONGEST} characters.`);
  }
}
