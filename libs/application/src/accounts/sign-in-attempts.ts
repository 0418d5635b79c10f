import { createHash } from 'node:crypto';
import type pg from 'pg';
import { TooManyAttempts } from './access-errors.js';

const WINDOW_SECONDS = 15 * 60;

/** How many tries a quarter of an hour. */
export interface AttemptLimits {
  readonly perEmail: number;
  /** A whole office shares one network address. */
  readonly perAddress: number;
}

const SIGN_IN: AttemptLimits = { perEmail: 10, perAddress: 50 };

interface Counted {
  id: string;
  by_email: number;
  by_address: number;
  wait: number;
}

/**
 * Counts a try before the password is looked at, so that tries made at the same moment count too. What is put before
 * the e-mail and the address, such as `interest `, keeps the counts of another form apart.
 * Throws {@link TooManyAttempts}; a refused try is not counted, so that waiting always helps.
 */
export async function countAttempt(
  pool: pg.Pool,
  email: string,
  address: string,
  limits = SIGN_IN,
): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    'insert into sign_in_attempts (email_hash, address) values ($1, $2) returning id::text as id',
    [emailHash(email), address],
  );
  const id = rows[0]!.id;
  const { rows: counts } = await pool.query<Counted>(
    `select count(*) filter (where email_hash = $1)::int as by_email,
            count(*) filter (where address = $2)::int as by_address,
            ceil($3 - extract(epoch from clock_timestamp() - min(at)))::int as wait
     from sign_in_attempts
     where (email_hash = $1 or address = $2) and at > clock_timestamp() - make_interval(secs => $3)`,
    [emailHash(email), address, WINDOW_SECONDS],
  );
  const { by_email: byEmail, by_address: byAddress, wait } = counts[0]!;
  if (byEmail <= limits.perEmail && byAddress <= limits.perAddress) return id;
  await pool.query('delete from sign_in_attempts where id = $1', [id]);
  throw new TooManyAttempts(Math.max(1, wait));
}

/** A right password ends the count for this person; the address keeps what others tried from it. */
export async function forgetAttempts(pool: pg.Pool, email: string, id: string): Promise<void> {
  await pool.query('delete from sign_in_attempts where id = $2 or email_hash = $1', [emailHash(email), id]);
}

export async function deleteOldAttempts(pool: pg.Pool): Promise<void> {
  await pool.query('delete from sign_in_attempts where at < now() - make_interval(secs => $1)', [
    WINDOW_SECONDS,
  ]);
}

// What is typed into the field may be anybody's address, or a password: it is not kept.
const emailHash = (email: string) => createHash('sha256').update(email.trim().toLowerCase()).digest('hex');
