import { setTimeout } from 'node:timers/promises';
import { createRedisBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { RedisOptions } from 'ioredis';
import { QueuesAwayError } from './queue-backend.js';
import type { QueueBackend, QueueErrorListener } from './queue-backend.js';
import { closeWorker } from './redis-closing.js';
import { RedisUnusableError, checkRedis, noAnswer, redisAddress } from './redis-server.js';

const { Queue, Worker } = withBackend(createRedisBackend);

/** In front of every key; installations on one Redis are kept apart by the database's number in REDIS_URL. */
const PREFIX = 'schools-linking';
const RECONNECT_MS = 2_000;
const ANSWER_MS = 3_000;

/**
 * The queues in Redis. While it is away nothing is added and nothing new begins; all else goes on, and so do the
 * queues when it is back.
 * @throws RedisUnusableError with what to do
 */
export async function redisBackend(redisUrl: string, onError: QueueErrorListener): Promise<QueueBackend> {
  await checkRedis(redisUrl);
  const address = redisAddress(redisUrl);
  const connect = (options: RedisOptions): Redis =>
    new Redis(redisUrl, {
      connectionName: PREFIX,
      connectTimeout: ANSWER_MS,
      retryStrategy: (tries) => Math.min(tries * 100, RECONNECT_MS),
      ...options,
    });
  // What cannot be added now fails now: kept back, it would hold up the sweep that asks again anyway.
  const adding = connect({
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: ANSWER_MS,
  });
  adding.on('error', () => undefined);
  let told = false;
  const away = (): QueuesAwayError => {
    const error = new QueuesAwayError(
      `Redis at ${address} is away; what is due stays in PostgreSQL until it is back`,
    );
    if (!told) onError(error);
    told = true;
    return error;
  };
  const answers = async (): Promise<boolean> =>
    adding.ping().then(
      () => true,
      () => false,
    );
  // Every queue and worker repeats what was said once when the connection was lost.
  const tell: QueueErrorListener = (error, queue) => {
    if (adding.status === 'ready') onError(error, queue);
  };
  await adding.connect().catch(() => {
    adding.disconnect();
    throw new RedisUnusableError(noAnswer(address));
  });
  adding.on('close', away).on('ready', () => (told = false));

  return {
    openQueue(name) {
      const queue = new Queue(name, { connection: adding, prefix: PREFIX });
      queue.on('error', (error) => tell(error, name));
      return {
        addBulk: async (jobs) => {
          try {
            await queue.addBulk(jobs);
            told = false;
          } catch (error) {
            throw (await answers()) ? error : away();
          }
        },
        getJobCounts: (...states) => queue.getJobCounts(...states),
        getJobs: (...which) => queue.getJobs(...which),
        close: () => queue.close(),
      };
    },
    openWorker(name, processor, limits) {
      const connection = connect({ maxRetriesPerRequest: null });
      const worker = new Worker(name, processor, {
        connection,
        prefix: PREFIX,
        runRetryDelay: RECONNECT_MS,
        ...limits,
      });
      worker.on('error', (error) => tell(error, name));
      return {
        // One whose Redis goes away just then begins when it is back.
        waitUntilReady: () =>
          Promise.race([worker.waitUntilReady(), setTimeout(ANSWER_MS, undefined, { ref: false })]),
        close: async () => {
          await closeWorker(worker, answers);
          connection.disconnect();
        },
      };
    },
    close: async () => {
      told = true;
      adding.disconnect();
    },
  };
}
