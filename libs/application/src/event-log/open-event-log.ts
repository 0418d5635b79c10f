import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { checkLogIdentity } from './log-identity.js';
import { openKurrentDb } from './open-kurrentdb.js';

export interface LogDatabase {
  readonly pool: pg.Pool;
  /** For the connection that listens for new events; without it subscriptions only poll. */
  readonly databaseUrl?: string;
  readonly clock: Clock;
}

/** The only place that knows where the event log is kept: in KurrentDB when it is named, else in the database. */
export async function openEventLog(
  { kurrentDbUrl }: Pick<Settings, 'kurrentDbUrl'>,
  { pool, databaseUrl, clock }: LogDatabase,
): Promise<EventStore> {
  const elsewhere = kurrentDbUrl !== undefined;
  const store = elsewhere
    ? await openKurrentDb(kurrentDbUrl)
    : new PostgresEventStore(pool, databaseUrl === undefined ? {} : { databaseUrl });
  try {
    await checkLogIdentity({ pool, store, clock, elsewhere });
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
