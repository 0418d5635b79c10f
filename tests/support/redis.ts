import { Redis } from 'ioredis';

export interface TestRedis {
  /** A database of its own on the Redis of this run. */
  readonly url: string;
  readonly wipe: () => Promise<void>;
  /** How many are connected to it, without the spec. */
  connections(): Promise<number>;
  close(): Promise<void>;
}

const OURS = 'spec-control';

/** An empty database on the run's Redis, which no other spec uses. */
export async function freshRedis(): Promise<TestRedis> {
  const server = process.env['TEST_REDIS_URL'];
  if (!server) throw new Error('TEST_REDIS_URL is not set: run this spec with "--selectProjects system".');
  const counter = new Redis(server);
  const number = await counter.incr('databases');
  await counter.quit();
  // Redis has 1,000 of them; the first one counts.
  const url = `${server}/${(number % 999) + 1}`;
  const control = new Redis(url, { connectionName: OURS });
  await control.flushdb();
  return {
    url,
    wipe: async () => void (await control.flushdb()),
    async connections() {
      const { db } = control.options;
      const clients = String(await control.client('LIST')).split('\n');
      return clients.filter((line) => line.includes(` db=${db} `) && !line.includes(` name=${OURS} `)).length;
    },
    async close() {
      await control.flushdb();
      await control.quit();
    },
  };
}
