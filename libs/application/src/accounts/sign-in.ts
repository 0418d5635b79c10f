import type pg from 'pg';
import { WrongPassword } from './access-errors.js';
import { hashPassword, verifyPassword } from './password-hash.js';
import { countAttempt, forgetAttempts } from './sign-in-attempts.js';
import { startSession } from './sessions.js';
import type { NewSession, SessionKind } from './sessions.js';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** The network address the request came from. */
  readonly address: string;
  readonly kind: SessionKind;
}

let decoy: Promise<string> | undefined;

/**
 * Starts a session. An unknown address takes as long as a wrong password and is answered with the same words.
 * Throws WrongPassword or TooManyAttempts.
 */
export async function signIn(pool: pg.Pool, credentials: Credentials): Promise<NewSession> {
  const attempt = await countAttempt(pool, credentials.email, credentials.address);
  const { rows } = await pool.query<{ id: string; password_hash: string | null }>(
    'select id, password_hash from users where lower(email) = lower($1) and disabled_at is null',
    [credentials.email.trim()],
  );
  const user = rows[0];
  decoy ??= hashPassword('nobody has this password');
  const right = await verifyPassword(credentials.password, user?.password_hash ?? (await decoy));
  if (!user?.password_hash || !right) throw new WrongPassword();
  await forgetAttempts(pool, credentials.email, attempt);
  await pool.query('update users set last_sign_in = now() where id = $1', [user.id]);
  return startSession(pool, user.id, credentials.kind);
}
