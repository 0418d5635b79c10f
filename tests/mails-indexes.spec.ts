import { createPool } from '@linking/platform/database/pool.js';
import { freshDatabase } from './support/database.js';

/** What changes whenever a mail is put on the queue, claimed, given back or left to rest; `merged_into` only of what leaves within another. */
const STATE_OF_WORK = ['status', 'attempt', 'lease_until', 'rest_until', 'held_until'];

test('no index looks at what changes while a mail is worked on, so that such a change writes to none', async () => {
  const database = await freshDatabase();
  const pool = createPool({ url: database.url, name: 'spec', max: 1 });
  try {
    const { rows } = await pool.query<{ name: string; definition: string }>(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
       from pg_index where indrelid = 'mails'::regclass`,
    );
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['mails_waiting', 'mails_person']));
    const looking = rows.filter(({ definition }) =>
      STATE_OF_WORK.some((column) => new RegExp(`\\b${column}\\b`).test(definition)),
    );
    expect(looking).toEqual([]);
  } finally {
    await pool.end();
    await database.drop();
  }
});
