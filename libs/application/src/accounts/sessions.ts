import type pg from 'pg';
import type { Queryable } from '@linking/projections/projection.js';
import type { Role } from './roles.js';
import { programmesOnDuty } from './on-duty.js';
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

/**
 * The session of a token, or undefined when it is unknown, ended, of the other kind, or its user is disabled.
 * @param today London day by the clock port: her programmes are those she coordinates then
 */
export async function findSession(
  pool: pg.Pool,
  token: string,
  kind: SessionKind,
  today: string,
): Promise<Session | undefined> {
  const hash = tokenHash(token);
  const { rows } = await pool.query<SessionRow>(
    `select u.id, u.name, u.roles, ${programmesOnDuty('$3')} as programmes
     from sessions s join users u on u.id = s.user_id
     where s.token_hash = $1 and s.kind = $2 and s.revoked_at is null and s.expires_at > now()
       and u.disabled_at is null`,
    [hash, kind, today],
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

/** An open session as its owner sees it. Moments are of real time. */
export interface OpenSession {
  readonly id: string;
  readonly kind: SessionKind;
  readonly startedAt: string;
  readonly lastSeen: string;
  readonly expiresAt: string;
  /** The one that asks. */
  readonly own: boolean;
}

/** Of one user, the latest used first. */
export async function openSessions(
  pool: pg.Pool,
  userId: string,
  ownHash: string,
): Promise<readonly OpenSession[]> {
  const { rows } = await pool.query<{
    id: string;
    kind: SessionKind;
    created_at: Date;
    last_seen: Date;
    expires_at: Date;
    own: boolean;
  }>(
    `select id, kind, created_at, last_seen, expires_at, token_hash = $2 as own from sessions
     where user_id = $1 and revoked_at is null and expires_at > now()
     order by own desc, last_seen desc, id limit 200`,
    [userId, ownHash],
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    startedAt: row.created_at.toISOString(),
    lastSeen: row.last_seen.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    own: row.own,
  }));
}

/** Ends a session of this user; anybody else's stays. */
export async function endOwnSession(pool: pg.Pool, userId: string, id: string): Promise<void> {
  await pool.query(
    'update sessions set revoked_at = now() where id = $2 and user_id = $1 and revoked_at is null',
    [userId, id],
  );
}

/** Ends every session of a user, but the one to stay. */
export async function endSessionsOf(db: Queryable, userId: string, toStay?: string): Promise<void> {
  await db.query(
    `update sessions set revoked_at = now()
     where user_id = $1 and revoked_at is null and token_hash is distinct from $2`,
    [userId, toStay ?? null],
  );
}

export async function deleteOldSessions(pool: pg.Pool): Promise<void> {
  await pool.query(`delete from sessions where expires_at < now() - interval '30 days'`);
}
