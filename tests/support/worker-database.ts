import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';
import { createPool } from '@linking/platform/database/pool.js';
import { freshDatabase } from './database.js';

export interface WorkerDatabase {
  readonly url: string;
  readonly applicationUrl: string;
  readonly superuserUrl: string;
  readonly pool: pg.Pool;
  readonly store: EventStore;
  close(): Promise<void>;
}

/** A migrated database with a pool and the event log on it. */
export async function openWorkerDatabase(): Promise<WorkerDatabase> {
  const database = await freshDatabase();
  const pool = createPool({ url: database.url, name: 'spec' });
  const store = new PostgresEventStore(pool, { databaseUrl: database.url });
  return {
    url: database.url,
    applicationUrl: database.applicationUrl,
    superuserUrl: database.superuserUrl,
    pool,
    store,
    close: async () => {
      await store.close();
      await pool.end();
      await database.drop();
    },
  };
}
