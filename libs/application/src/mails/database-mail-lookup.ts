import type pg from 'pg';
import { findProgramme } from '@linking/projections/programmes/programmes.js';
import { notesById } from '../notes/notes.js';
import { peopleById } from '../people/people.js';
import { school } from '../schools/find-schools.js';
import type { MailLookup } from './mail-lookup.js';

/** Names and addresses from the erasable tables, the register and the programme. */
export const databaseMailLookup = (pool: pg.Pool, mailFrom: string): MailLookup => ({
  async person(id) {
    const person = (await peopleById(pool, [id])).get(id);
    if (person === undefined) return undefined;
    const { name, email, phone } = person;
    return { name, ...(email === null ? {} : { email }), ...(phone === null ? {} : { phone }) };
  },

  async school(urn) {
    return school(pool, urn);
  },

  async note(id) {
    return (await notesById(pool, [id])).get(id);
  },

  async programme(slug) {
    const programme = await findProgramme(pool, slug);
    if (programme === undefined) return undefined;
    const mailbox = await programmeMailbox(pool, programme.mailboxId);
    return {
      name: programme.name,
      mailbox: mailbox ?? mailFrom,
      contactName: await coordinatorName(pool, slug),
    };
  },
});

async function programmeMailbox(pool: pg.Pool, id: string | undefined): Promise<string | undefined> {
  return id === undefined ? undefined : (await notesById(pool, [id])).get(id);
}

/** Letters to schools say "your local facilitator"; the first coordinator of the programme is meant. */
async function coordinatorName(pool: pg.Pool, slug: string): Promise<string> {
  const { rows } = await pool.query<{ name: string }>(
    `select name from users where $1 = any(programmes) and 'coordinator' = any(roles) and disabled_at is null
     order by created_at limit 1`,
    [slug],
  );
  return rows[0]?.name ?? 'your local facilitator';
}
