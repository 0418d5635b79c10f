import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { startEmbeddedPostgres } from '../libs/platform/src/embedded-postgres/start-embedded-postgres.js';
import { openQueues } from '../libs/platform/src/queues/queues.js';
import type { Queues } from '../libs/platform/src/queues/queues.js';
import { startRedis } from '../tests/support/redis-server.js';
import { jobsHandled } from './jobs-handled.js';
import { comparison, round, tableOf } from './ratio.js';

const ROUNDS = Number(process.env['ROUNDS'] ?? 5);
const JOBS = Number(process.env['JOBS'] ?? 2_000);
const NUDGES = Number(process.env['NUDGES'] ?? 300);
const WARMING_UP = 500;

// Beside the checkout, not in the system's temporary folder: that may be memory, where fsync costs nothing.
const dataDir = path.resolve('.data', `bench-queues-${process.pid}`);
await mkdir(dataDir, { recursive: true });
const server = await startEmbeddedPostgres({ dataDir });
const redis = await startRedis(path.join(dataDir, 'redis'));
const fail = (error: Error) => console.error(error.message);
const onRedis = await openQueues({ databaseUrl: server.ownerUrl, redisUrl: redis.url, onError: fail });
const onPostgres = await openQueues({ databaseUrl: server.ownerUrl, onError: fail });

/** Nudges a second, one after the other: added, and the look of its idle worker has begun. */
async function nudges(queues: Queues, count: number): Promise<number> {
  let looked: () => void = () => undefined;
  const worker = await queues.work('projections', async () => looked());
  const began = performance.now();
  for (let n = 0; n < count; n += 1) {
    const look = new Promise<void>((resolve) => (looked = resolve));
    await queues.add('projections', [{ name: 'catch-up', data: {}, onceMore: `model-${n}` }]);
    await look;
  }
  const rate = (count * 1_000) / (performance.now() - began);
  await worker.close();
  return rate;
}

try {
  const jobs = comparison('jobs, four at once');
  const waking = comparison('nudge to an idle worker');
  for (const queues of [onRedis, onPostgres]) await jobsHandled(queues, WARMING_UP);
  for (let number = 1; number <= ROUNDS; number += 1) {
    await round(
      jobs,
      number,
      () => jobsHandled(onPostgres, JOBS),
      () => jobsHandled(onRedis, JOBS),
    );
    await round(
      waking,
      number,
      () => nudges(onPostgres, NUDGES),
      () => nudges(onRedis, NUDGES),
    );
    console.error(`round ${number} of ${ROUNDS}`);
  }
  console.log(
    tableOf([jobs, waking], { beside: 'PostgreSQL beside Redis', rates: 'PostgreSQL / Redis a second' }),
  );
} finally {
  await onRedis.close();
  await onPostgres.close();
  await redis.stop();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
