import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { mailDomain } from '../mails/mail-settings.js';
import { countAttempt } from './sign-in-attempts.js';

export interface ForgottenPassword {
  readonly email: string;
  /** The network address the request came from. */
  readonly address: string;
  /** By the clock port. */
  readonly now: string;
}

/** More than this in an hour would only fill a mailbox. */
const MAILS_AN_HOUR = 3;

/**
 * Wants a mail with a one-time address sent, if somebody with a password has this e-mail address; the caller learns
 * nothing of it. Tries are counted as those to sign in are, apart from them. Throws TooManyAttempts.
 */
export async function askForPassword(
  pool: pg.Pool,
  { email, address, now }: ForgottenPassword,
  settings: { readonly mailFrom: string },
): Promise<void> {
  await countAttempt(pool, `forgotten ${email.trim()}`, address);
  const id = randomUUID();
  await pool.query(
    `insert into account_mails (id, user_id, asked_at, message_id)
     select $2, u.id, $3, $4 from users u
     where lower(u.email) = lower($1) and u.disabled_at is null and u.password_hash is not null
       and $5 > (select count(*) from account_mails m
                 where m.user_id = u.id and m.checkpoint is null and m.created_at > now() - interval '1 hour')`,
    [email.trim(), id, now, `<${id}@${mailDomain(settings)}>`, MAILS_AN_HOUR],
  );
}
