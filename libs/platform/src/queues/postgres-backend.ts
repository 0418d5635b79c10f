import { createPostgresBackend, withBackend } from 'bullmq';
import { createQueuePool, migrateQueues } from './queue-pool.js';
import type { QueueBackend, QueueErrorListener } from './queue-backend.js';

const { Queue, Worker } = withBackend(createPostgresBackend);

/** The queues in PostgreSQL, in a schema and with a pool of their own; brings their tables up to date. */
export async function postgresBackend(
  databaseUrl: string,
  onError: QueueErrorListener,
): Promise<QueueBackend> {
  const connection = createQueuePool(databaseUrl);
  try {
    await migrateQueues(connection);
  } catch (error) {
    await connection.end();
    throw error;
  }
  return {
    openQueue(name) {
      const queue = new Queue(name, { connection });
      queue.on('error', (error) => onError(error, name));
      return queue;
    },
    openWorker(name, processor, limits) {
      const worker = new Worker(name, processor, { connection, ...limits });
      worker.on('error', (error) => onError(error, name));
      return worker;
    },
    close: () => connection.end(),
  };
}
