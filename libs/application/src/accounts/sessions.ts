import type pg from 'pg';
import type { Role } from './roles.js';
import { newToken, tokenHash } from './secret-token.js';
import type { User } from './user.js';

export type SessionKind = 'page' | 'api';

/** A working day: the same for pages and for API tokens. Sessions use real time, never the demonstration's clock. */
const SESSION_HOURS = 12;

export interface Session {
  readonly user: User;
  readonly kind: SessionKind;
  readonly tokenHash: string;
}

export interface NewSession {
  readonly token: string;
  readonly expiresAt: string;
}

/** A session of 12 hours of real time; its token is shown this once, and only the hash is kept. */
export async function startSession(pool: pg.Pool, userId: string, kind: SessionKind): Promise<NewSession> {
  const token = newToken();
  const { rows } = await pool.query<{ expires_at: Date }>(
    `insert into sessions (token_hash, user_id, kind, expires_at)
     values ($1, $2, $3, now() + make_interval(hours => $4)) returning expires_at`,
    [tokenHash(token), userId, kind, SESSION_HOURS],
  );
  return { token, expiresAt: rows[0]!.expires_at.toISOString() };
}

interface SessionRow {
  id: string;
  name: string;
  roles: Role[];
  programmes: string[];
}

/** The session of a token, or undefined when it is unknown, ended, of the other kind, or its user is disabled. */
export async function findSession(
  pool: pg.Pool,
  token: string,
  kind: SessionKind,
): Promise<Session | undefined> {
  const hash = tokenHash(token);
  const { rows } = await pool.query<SessionRow>(
    `select u.id, u.name, u.roles, u.programmes
     from sessions s join users u on u.id = s.user_id
     where s.token_hash = $1 and s.kind = $2 and s.revoked_at is null and s.expires_at > now()
       and u.disabled_at is null`,
    [hash, kind],
  );
  const user = rows[0];
  if (!user) return undefined;
  await pool.query(
    `update sessions set last_seen = now() where token_hash = $1 and last_seen < now() - interval '1 minute'`,
    [hash],
  );
  return { user, kind, tokenHash: hash };
}

/** Takes the hash of the session's token; a session that has ended stays so. */
export async function endSession(pool: pg.Pool, hash: string): Promise<void> {
  await pool.query('update sessions set revoked_at = now() where token_hash = $1 and revoked_at is null', [
    hash,
  ]);
}

export async function deleteOldSessions(pool: pg.Pool): Promise<void> {
  await pool.query(`delete from sessions where expires_at < now() - interval '30 days'`);
}
