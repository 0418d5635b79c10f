import { DatabaseError } from 'pg';
import type { QueuesAt } from '@linking/platform/queues/queues.js';
import { createPool } from '@linking/platform/database/pool.js';
import { freshRedis } from './redis.js';
import { openWorkerDatabase } from './worker-database.js';
import type { WorkerDatabase } from './worker-database.js';

export const BACKENDS = ['PostgreSQL', 'Redis'] as const;
export type Backend = (typeof BACKENDS)[number];

/** A migrated database with its queues, in it or on a Redis. */
export interface QueueHouse {
  readonly db: WorkerDatabase;
  readonly at: Pick<QueuesAt, 'databaseUrl' | 'redisUrl'>;
  /** All that is on the queues is gone. */
  wipe(): Promise<void>;
  /** How many connections the queues hold. */
  connections(): Promise<number>;
  close(): Promise<void>;
}

export async function openQueueHouse(backend: Backend): Promise<QueueHouse> {
  const db = await openWorkerDatabase();
  if (backend === 'Redis') {
    const redis = await freshRedis();
    const { wipe, connections } = redis;
    const close = async () => {
      await redis.close();
      await db.close();
    };
    return { db, at: { databaseUrl: db.url, redisUrl: redis.url }, wipe, connections, close };
  }
  return {
    db,
    at: { databaseUrl: db.url },
    wipe: () => wipeTables(db.superuserUrl),
    async connections() {
      const { rows } = await db.pool.query<{ n: number }>(
        `select count(*) as n from pg_stat_activity
         where datname = current_database() and application_name like 'linking-queue%'`,
      );
      return rows[0]?.n ?? 0;
    },
    close: () => db.close(),
  };
}

const DEADLOCK = '40P01';

async function wipeTables(databaseUrl: string): Promise<void> {
  const pool = createPool({ url: databaseUrl, name: 'spec', max: 1 });
  try {
    const { rows } = await pool.query<{ list: string | null }>(
      `select string_agg(format('%I.%I', schemaname, tablename), ', ') as list from pg_tables
       where schemaname = 'bullmq' and tablename not like '%migration%'`,
    );
    for (let tries = 1; ; tries += 1) {
      try {
        await pool.query(`truncate ${rows[0]?.list}`);
        return;
      } catch (error) {
        // Workers that are at these tables just then may have them in another order.
        if (!(error instanceof DatabaseError && error.code === DEADLOCK) || tries === 20) throw error;
      }
    }
  } finally {
    await pool.end();
  }
}
