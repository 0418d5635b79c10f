import type { EventStore } from '@linking/events/event-store.js';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';
import type { Queryable } from '@linking/projections/projection.js';

export interface EventCount {
  readonly events: number;
  /** Position of the last of them. */
  readonly last: string | null;
}

const PAGE = 2_000;

/**
 * How many events the log has now, or up to a position; a server that cannot count is read through.
 * @param db where the log is in the database: a transaction counts what it sees
 */
export async function countEvents(
  db: Queryable,
  store: EventStore,
  upTo?: string | null,
): Promise<EventCount> {
  if (store instanceof PostgresEventStore) {
    const { rows } = await db.query<EventCount>(
      'select count(*) as events, max(position)::text as last from events',
    );
    return rows[0]!;
  }
  let count: EventCount = { events: 0, last: null };
  if (upTo === null) return count;
  for (;;) {
    const { events } = await store.readAll({ after: count.last, limit: PAGE });
    const end = upTo === undefined ? -1 : events.findIndex(({ position }) => position === upTo);
    const counted = end < 0 ? events.length : end + 1;
    if (counted > 0) count = { events: count.events + counted, last: events[counted - 1]!.position };
    if (events.length === 0 || end >= 0) return count;
  }
}
