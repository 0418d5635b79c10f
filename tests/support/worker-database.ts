import type pg from 'pg';
import { carryingMigrations } from '@linking/application/schema/carrying-migrations.js';
import { mailsMigrations } from '@linking/application/schema/mails-migrations.js';
import { projectionsMigrations } from '@linking/application/schema/projections-migrations.js';
import { tokensMigrations } from '@linking/application/schema/tokens-migrations.js';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';
import { eventLogMigrations } from '@linking/events/postgres/schema.js';
import { migrate } from '@linking/platform/database/migrate.js';
import { createPool } from '@linking/platform/database/pool.js';
import { emptyDatabase } from './database.js';

export interface WorkerDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly store: PostgresEventStore;
  close(): Promise<void>;
}

/** A database with the event log and the tables of the workers, with a pool and a store on it. */
export async function openWorkerDatabase(): Promise<WorkerDatabase> {
  const database = await emptyDatabase();
  const pool = createPool({ url: database.url, name: 'spec' });
  await migrate(pool, [
    ...eventLogMigrations,
    ...projectionsMigrations,
    ...carryingMigrations,
    ...mailsMigrations,
    ...tokensMigrations,
  ]);
  const store = new PostgresEventStore(pool, { databaseUrl: database.url });
  return {
    url: database.url,
    pool,
    store,
    close: async () => {
      await store.close();
      await pool.end();
      await database.drop();
    },
  };
}
