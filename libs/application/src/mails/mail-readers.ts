import type pg from 'pg';
import { peopleById } from '../people/people.js';
import type { Mail } from './mail.js';

export interface MailReader {
  readonly name: string;
  readonly email: string | null;
}

/** The people that mails go to, by id: of schools, and those with an account. Erased people are absent. */
export async function mailReaders(
  pool: pg.Pool,
  mails: readonly Pick<Mail, 'personId' | 'mailbox'>[],
): Promise<ReadonlyMap<string, MailReader>> {
  const ids = (account: boolean) =>
    mails.flatMap(({ mailbox, personId }) => ((mailbox === 'user') === account ? [personId] : []));
  const [people, users] = await Promise.all([
    peopleById(pool, ids(false)),
    pool.query<MailReader & { id: string }>('select id, name, email from users where id = any($1::uuid[])', [
      ids(true),
    ]),
  ]);
  return new Map<string, MailReader>([
    ...people,
    ...users.rows.map(({ id, ...reader }) => [id, reader] as const),
  ]);
}
