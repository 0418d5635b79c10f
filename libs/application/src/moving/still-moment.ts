import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import { MovingRefused } from './moving-refused.js';

const TRIES = 100;

/**
 * Runs the task on one moment of tables and log together. Rows are written before the event that names them, and marks that
 * an event was written are set after it. So the log is looked at before the tables are and once more behind: when nothing was
 * appended in between, every event up to there has its rows, and every mark its event.
 */
export async function inStillMoment<T>(
  pool: pg.Pool,
  store: EventStore,
  task: (transaction: pg.PoolClient, last: string | null) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const before = await store.head();
      // The moment of a transaction is that of its first query.
      await client.query('begin isolation level repeatable read read only');
      await client.query('select from log_identity');
      if ((await store.head()) === before) {
        const result = await task(client, before);
        await client.query('commit');
        return result;
      }
      await client.query('rollback');
      await setTimeout(Math.random() * 100);
    }
    throw new MovingRefused('Something was saved at every moment. Try again when less is going on.');
  } finally {
    // Whatever happened, the transaction ends with its session.
    client.release(true);
  }
}
