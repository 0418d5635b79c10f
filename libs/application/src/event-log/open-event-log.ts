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

type WhereTheLogIs = Pick<Settings, 'kurrentDbUrl'>;

/** The only place that knows where the event log is kept: in KurrentDB when it is named, else in the database. */
export async function openEventLog(settings: WhereTheLogIs, database: LogDatabase): Promise<EventStore> {
  const store = await openStore(settings, database);
  const { pool, clock } = database;
  try {
    await checkLogIdentity({ pool, store, clock, elsewhere: settings.kurrentDbUrl !== undefined });
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The store that the settings name, whatever is in it: only for bringing a log there. */
export async function openStore(
  { kurrentDbUrl }: WhereTheLogIs,
  { pool, databaseUrl }: Omit<LogDatabase, 'clock'>,
): Promise<EventStore> {
  if (kurrentDbUrl !== undefined) return openKurrentDb(kurrentDbUrl);
  return new PostgresEventStore(pool, databaseUrl === undefined ? {} : { databaseUrl });
}
