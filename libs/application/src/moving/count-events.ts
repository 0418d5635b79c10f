import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';

export interface EventCount {
  readonly events: number;
  /** Position of the last of them. */
  readonly last: string | null;
}

const PAGE = 2_000;

/** How many events the log has now; a server that cannot count is read through. */
export async function countEvents(pool: pg.Pool, store: EventStore): Promise<EventCount> {
  if (store instanceof PostgresEventStore) {
    const { rows } = await pool.query<EventCount>(
      'select count(*) as events, max(position)::text as last from events',
    );
    return rows[0]!;
  }
  let count: EventCount = { events: 0, last: null };
  for (;;) {
    const { events } = await store.readAll({ after: count.last, limit: PAGE });
    const last = events.at(-1)?.position;
    if (last === undefined) return count;
    count = { events: count.events + events.length, last };
  }
}
