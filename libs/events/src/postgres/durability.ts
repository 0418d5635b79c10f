import type { Pool } from 'pg';

const NEEDED = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/** Throws with a sentence when the server may lose an event after saying that it is kept, or cannot keep its text. */
export async function checkDurability(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name = any ($1::text[])`,
    [[...NEEDED, 'server_encoding']],
  );
  const settings = new Map(rows.map(({ name, setting }) => [name, setting]));
  const off = NEEDED.filter((name) => settings.get(name) === 'off');
  if (off.length > 0) {
    throw new Error(
      `The event log needs a PostgreSQL that keeps what it has acknowledged, but ${off.join(' and ')} ` +
        `${off.length === 1 ? 'is' : 'are'} off. Switch ${off.length === 1 ? 'it' : 'them'} on and start again.`,
    );
  }
  const encoding = settings.get('server_encoding');
  if (encoding !== 'UTF8') {
    throw new Error(`The event log needs a database in UTF8, but this one is in ${encoding}.`);
  }
}
