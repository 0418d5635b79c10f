import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { AccountRefused } from './access-errors.js';
import { inAccountTransaction } from './account-transaction.js';
import { hashPassword } from './password-hash.js';
import { isRole } from './roles.js';
import type { Role } from './roles.js';
import { newToken } from './secret-token.js';
import { checkPassword, offerPassword } from './set-password.js';
import { noteUserChange } from './user-changes.js';
import type { AccountChange } from './user-changes.js';

export interface UserToAdd {
  readonly email: string;
  readonly name?: string;
  readonly roles: readonly string[];
  /** Slugs; wanted for a coordinator, refused for anybody else. That they exist is the caller's to check. */
  readonly programmes?: readonly string[];
  /** Only the demonstration gives one; everybody else sets her own by a one-time address. */
  readonly password?: string;
}

export interface AddedUser {
  readonly id: string;
  /** For `/set-password/<token>`, valid 7 days; absent when a password was given. */
  readonly passwordToken?: string;
}

export interface Adding {
  readonly change: AccountChange;
  /** The token of her one-time address; a random one when absent. */
  readonly token?: string;
  readonly id?: string;
}

const EMAIL = /^[^\s@]+@[^\s@]+$/;
const UNIQUE_VIOLATION = '23505';

const byCommandLine = (): AccountChange => ({
  commandId: randomUUID(),
  actor: 'worker:cli',
  channel: 'cli',
  at: new Date().toISOString(),
});

/** Throws AccountRefused with the field that is wrong. */
export async function addUser(
  pool: pg.Pool,
  user: UserToAdd,
  adding: Adding = { change: byCommandLine() },
): Promise<AddedUser> {
  const email = user.email.trim();
  const roles = checkedRoles(user);
  checkEmail(email);
  if (user.password !== undefined) checkPassword(user.password);
  const hash = user.password === undefined ? null : await hashPassword(user.password);
  const { id = randomUUID(), token = newToken(), change } = adding;
  const programmes = [...new Set(user.programmes ?? [])];
  await refusingTakenEmail(email, () =>
    inAccountTransaction(pool, async (transaction) => {
      await transaction.query(
        `insert into users (id, email, name, roles, programmes, password_hash) values ($1, $2, $3, $4, $5, $6)`,
        [id, email, user.name ?? email.split('@')[0], roles, programmes, hash],
      );
      const added = { type: 'UserAdded', data: { userId: id, roles, programmes } } as const;
      await noteUserChange(transaction, added, change);
      if (hash === null) await offerPassword(transaction, id, token);
    }),
  );
  return hash === null ? { id, passwordToken: token } : { id };
}

/** Users who may sign in: closed accounts do not count. */
export async function countUsers(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'select count(*)::int as n from users where disabled_at is null',
  );
  return rows[0]!.n;
}

export async function refusingTakenEmail<T>(email: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code !== UNIQUE_VIOLATION || constraint !== 'users_email') throw error;
    throw new AccountRefused('USER_EXISTS', 'email', `There is a user with the address ${email} already.`);
  }
}

export function checkEmail(email: string): void {
  if (EMAIL.test(email) && email.length <= 254) return;
  throw new AccountRefused('EMAIL_INVALID', 'email', `"${email}" is not an e-mail address.`);
}

/** The roles, each once. Throws AccountRefused for roles and programmes that do not go together. */
export function checkedRoles({
  roles,
  programmes = [],
}: Pick<UserToAdd, 'roles' | 'programmes'>): readonly Role[] {
  if (roles.length === 0 || !roles.every(isRole)) {
    const sentence = 'Give a role: coordinator, national, auditor or admin.';
    throw new AccountRefused('ROLE_UNKNOWN', 'role', sentence);
  }
  if (roles.includes('auditor') && roles.length > 1) {
    const sentence = 'An auditor has no other role: she checks what others do.';
    throw new AccountRefused('AUDITOR_ALONE', 'role', sentence);
  }
  if (roles.includes('coordinator') && programmes.length === 0) {
    const sentence = 'Name at least one programme of the coordinator.';
    throw new AccountRefused('PROGRAMME_MISSING', 'programme', sentence);
  }
  if (!roles.includes('coordinator') && programmes.length > 0) {
    const sentence = 'Only a coordinator has programmes of her own.';
    throw new AccountRefused('PROGRAMME_UNUSED', 'programme', sentence);
  }
  return [...new Set(roles)];
}
