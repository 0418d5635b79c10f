import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import { streamPrefixes } from '@linking/events/known-types.js';
import { auditedRows, type AuditedEvent } from '@linking/events/postgres/audited-rows.js';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';

/** The log as an audit reads it, in order, after a position. */
export type LogSource = (after: string | null, limit: number) => Promise<readonly AuditedEvent[]>;

/** The table of events where the log is one, with its columns; any other store by its own bytes. */
export function logSource(pool: pg.Pool, store: EventStore): LogSource {
  if (store instanceof PostgresEventStore) {
    return (after, limit) => auditedRows(pool, after, streamPrefixes, limit);
  }
  return async (after, limit) =>
    (await store.readAll({ after, prefixes: streamPrefixes, limit })).events.map(({ position, body }) => ({
      position,
      body,
    }));
}
