import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { AccountRefused } from './access-errors.js';
import { hashPassword } from './password-hash.js';
import { isRole } from './roles.js';
import { checkPassword, offerPassword } from './set-password.js';

export interface UserToAdd {
  readonly email: string;
  readonly name?: string;
  readonly roles: readonly string[];
  /** Slugs; wanted for a coordinator, refused for anybody else. */
  readonly programmes?: readonly string[];
  /** Only the demonstration gives one; everybody else sets her own by a one-time address. */
  readonly password?: string;
}

export interface AddedUser {
  readonly id: string;
  /** For `/set-password/<token>`, valid 7 days; absent when a password was given. */
  readonly passwordToken?: string;
}

const EMAIL = /^[^\s@]+@[^\s@]+$/;
const UNIQUE_VIOLATION = '23505';

/** Throws AccountRefused with the field that is wrong. */
export async function addUser(pool: pg.Pool, user: UserToAdd): Promise<AddedUser> {
  const email = user.email.trim();
  checkUser({ ...user, email });
  const hash = user.password === undefined ? null : await hashPassword(user.password);
  const id = randomUUID();
  try {
    await pool.query(
      `insert into users (id, email, name, roles, programmes, password_hash) values ($1, $2, $3, $4, $5, $6)`,
      [id, email, user.name ?? email.split('@')[0], [...new Set(user.roles)], user.programmes ?? [], hash],
    );
  } catch (error) {
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
    throw new AccountRefused('USER_EXISTS', 'email', `There is a user with the address ${email} already.`);
  }
  return hash === null ? { id, passwordToken: await offerPassword(pool, id) } : { id };
}

/** Users who may sign in: disabled ones do not count. */
export async function countUsers(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'select count(*)::int as n from users where disabled_at is null',
  );
  return rows[0]!.n;
}

function checkUser(user: UserToAdd): void {
  if (!EMAIL.test(user.email) || user.email.length > 254) {
    throw new AccountRefused('EMAIL_INVALID', 'email', `"${user.email}" is not an e-mail address.`);
  }
  const unknown = user.roles.find((role) => !isRole(role));
  if (unknown !== undefined || user.roles.length === 0) {
    const sentence = 'Give a role: coordinator, national, auditor or admin.';
    throw new AccountRefused('ROLE_UNKNOWN', 'role', sentence);
  }
  if (user.roles.includes('auditor') && user.roles.length > 1) {
    throw new AccountRefused(
      'AUDITOR_ALONE',
      'role',
      'An auditor has no other role: she checks what others do.',
    );
  }
  const programmes = user.programmes?.length ?? 0;
  if (user.roles.includes('coordinator') && programmes === 0) {
    throw new AccountRefused(
      'PROGRAMME_MISSING',
      'programme',
      'Name at least one programme of the coordinator.',
    );
  }
  if (!user.roles.includes('coordinator') && programmes > 0) {
    throw new AccountRefused(
      'PROGRAMME_UNUSED',
      'programme',
      'Only a coordinator has programmes of her own.',
    );
  }
  if (user.password !== undefined) checkPassword(user.password);
}
