import type pg from 'pg';
import { derivedId } from '@linking/events/event-ids.js';
import type { Keeping } from '../commands/keeping.js';

/** Who agreed that her words may be used, and when: kept apart from the log, so that it can be erased. */
export interface Consent {
  readonly name: string;
  readonly on: string;
  /** The last day on which the words may be used; open when absent. */
  readonly until?: string;
}

/** The key of a consent that is kept when its command is accepted. The same command makes the same key. */
export function consentKey(keeping: Keeping, { name, on, until }: Consent): string {
  const id = derivedId(keeping.sender.commandId, 'consent');
  keeping.later(async () => {
    const { rowCount } = await keeping.pool.query(
      `insert into consents (id, name, given_on, until) values ($1, $2, $3, $4) on conflict (id) do nothing`,
      [id, name.trim(), on, until ?? null],
    );
    if (rowCount === 1) return () => keeping.pool.query('delete from consents where id = $1', [id]);
  });
  return id;
}

/** The consents of these keys, by key. One that was erased is absent: its words are not shown any more. */
export async function consentsById(
  pool: Pick<pg.Pool, 'query'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Consent>> {
  if (ids.length === 0) return new Map();
  const { rows } = await pool.query<{ id: string; name: string; on: string; until: string | null }>(
    `select id, name, given_on::text as on, until::text as until from consents
     where id = any($1::uuid[]) and erased_at is null`,
    [[...new Set(ids)]],
  );
  return new Map(
    rows.map(({ id, name, on, until }) => [id, { name, on, ...(until === null ? {} : { until }) }]),
  );
}
