import type pg from 'pg';
import { AccountRefused, NotFound } from './access-errors.js';
import { hashPassword } from './password-hash.js';
import { newToken, tokenHash } from './secret-token.js';

const VALID_DAYS = 7;
const SHORTEST = 12;
/** Long enough for any sentence, short enough to hash. */
const LONGEST = 200;

const EXPIRED =
  'This address to set a password has expired or was used. Ask your administrator for a new one.';

/** A one-time token to set a password, valid 7 days; earlier ones of the same user no longer work. */
export async function offerPassword(client: pg.Pool | pg.PoolClient, userId: string): Promise<string> {
  const token = newToken();
  await client.query('update password_tokens set used_at = now() where user_id = $1 and used_at is null', [
    userId,
  ]);
  await client.query(
    `insert into password_tokens (token_hash, user_id, expires_at)
     values ($1, $2, now() + make_interval(days => $3))`,
    [tokenHash(token), userId, VALID_DAYS],
  );
  return token;
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

/** Sets the password once and ends every session of the user. Throws NotFound or AccountRefused. */
export async function setPassword(pool: pg.Pool, token: string, password: string): Promise<void> {
  checkPassword(password);
  await checkPasswordToken(pool, token);
  const hash = await hashPassword(password);
  // One statement: two posts of the same form cannot both use the token.
  const { rowCount } = await pool.query(
    `with used as (
       update password_tokens set used_at = now()
       where token_hash = $1 and used_at is null and expires_at > now() returning user_id
     ), ended as (
       update sessions set revoked_at = now() where revoked_at is null and user_id in (select user_id from used)
     )
     update users set password_hash = $2 where id in (select user_id from used) and disabled_at is null`,
    [tokenHash(token), hash],
  );
  if (!rowCount) throw new NotFound(EXPIRED);
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
