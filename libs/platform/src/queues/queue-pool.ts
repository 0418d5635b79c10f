import type pg from 'pg';
import { runMigrations } from 'bullmq';
import { createPool } from '../database/pool.js';

/** Own schema of the queue's tables, so that wiping the queue can never touch ours. */
export const QUEUE_SCHEMA = 'bullmq';

/**
 * The pool of the queues. A worker keeps one connection for LISTEN, so it is larger than it looks.
 * `synchronous_commit` is off here only: a job lost in a crash is made again by the next sweep.
 */
export function createQueuePool(databaseUrl: string): pg.Pool {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `-c search_path=${QUEUE_SCHEMA},public -c synchronous_commit=off`);
  const pool = createPool({ url: url.toString(), name: 'linking-queue', max: 16 });
  // Every queue and worker listens for the pool's errors.
  pool.setMaxListeners(0);
  return pool;
}

/** Brings the queue's own tables up to date; safe to run from several processes at once. */
export async function migrateQueues(queuePool: pg.Pool): Promise<void> {
  const client = await queuePool.connect();
  try {
    await runMigrations(client, QUEUE_SCHEMA);
  } finally {
    client.release();
  }
}
