import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openWorld } from '@linking/application/open-world.js';
import { openQueues } from '@linking/platform/queues/queues.js';
import type { Queues } from '@linking/platform/queues/queues.js';
import { checkRedis, problemOf } from '@linking/platform/queues/redis-server.js';
import { listWaitingClasses, waitingList } from '@linking/projections/waiting-list/waiting-list.js';
import { Redis } from 'ioredis';
import { createGateway } from '../apps/gateway/src/create-gateway.js';
import { startWorkers } from '../apps/workers/src/start-workers.js';
import type { RunningWorkers } from '../apps/workers/src/start-workers.js';
import { SetClock } from '@linking/platform/clock/clock.js';
import { testSettings } from './support/gateway.js';
import { interestReceived } from './support/log-events.js';
import { freePort, startRedis } from './support/redis-server.js';
import type { RedisServer } from './support/redis-server.js';
import { until } from './support/until.js';
import { openWorkerDatabase } from './support/worker-database.js';
import type { WorkerDatabase } from './support/worker-database.js';
import { noDigests } from './support/no-digests.js';

jest.setTimeout(60_000);

const PASSWORD = 'tell-nobody';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linking-redis-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The sentence, and that it came within seconds. */
async function refusalOf(url: string): Promise<string> {
  const began = performance.now();
  const sentence = await checkRedis(url).then(
    () => 'accepted',
    (error: Error) => error.message,
  );
  expect(performance.now() - began).toBeLessThan(30_000);
  return sentence;
}

describe('a Redis that cannot be used', () => {
  test('is named when nothing answers there, and the way back is told', async () => {
    const port = await freePort();
    const sentence = `Redis does not answer at 127.0.0.1:${port}. Start it, or remove REDIS_URL to keep the queue in PostgreSQL.`;
    expect(await refusalOf(`redis://user:${PASSWORD}@127.0.0.1:${port}/2`)).toBe(sentence);
    const opening = openQueues({
      databaseUrl: 'postgresql://nobody@127.0.0.1/none',
      redisUrl: `redis://127.0.0.1:${port}`,
      onError: () => undefined,
    });
    await expect(opening).rejects.toThrow(sentence);
  });

  test('does not hold up the start when it takes the connection and says nothing', async () => {
    const server = await startRedis(path.join(folder, 'silent'));
    process.kill(server.pid, 'SIGSTOP');
    try {
      expect(await refusalOf(server.url)).toMatch(/^Redis does not answer at/);
    } finally {
      process.kill(server.pid, 'SIGCONT');
      await server.stop();
    }
  });

  test('refuses a wrong password, an eviction policy and a database it does not have, without showing the password', async () => {
    const settings = ['--requirepass', PASSWORD, '--maxmemory-policy', 'allkeys-lru'];
    const server = await startRedis(path.join(folder, 'strict'), { settings });
    const at = (userInfo: string, db = '') => `redis://${userInfo}127.0.0.1:${server.port}${db}`;
    try {
      const answers = [
        await refusalOf(at('')),
        await refusalOf(at(`:${PASSWORD}x@`)),
        await refusalOf(at(`:${PASSWORD}@`)),
        await refusalOf(at(`:${PASSWORD}@`, '/5000')),
      ];
      expect(answers).toEqual([
        expect.stringMatching(/refuses the sign-in\. Check user and password in REDIS_URL/),
        expect.stringMatching(/refuses the sign-in/),
        expect.stringMatching(/allkeys-lru\)\. Run "redis-cli config set maxmemory-policy noeviction"/),
        expect.stringMatching(/has no database of the number at the end/),
      ]);
      expect(answers.join()).not.toContain(PASSWORD);
      const client = new Redis(at(`:${PASSWORD}@`));
      await client.config('SET', 'maxmemory-policy', 'noeviction');
      await client.quit();
      expect(await refusalOf(at(`:${PASSWORD}@`))).toBe('accepted');
    } finally {
      await server.stop();
    }
  });

  test.each([
    ['5.0.14', true],
    ['6.0.20', true],
    ['6.2.0', false],
    ['8.0.1', false],
  ])('of version %s is too old: %s', (version, tooOld) => {
    const info = `redis_version:${version}\r\nmaxmemory_policy:noeviction\r\ncluster_enabled:0\r\n`;
    expect(problemOf(info, 'here:1')).toEqual(tooOld ? expect.stringContaining('6.2 or newer') : undefined);
  });
});

describe('while Redis is away', () => {
  let db: WorkerDatabase;
  let server: RedisServer;
  let workers: RunningWorkers | undefined;
  let problems: string[];
  const data = () => path.join(folder, 'workers');

  beforeEach(async () => {
    problems = [];
    db = await openWorkerDatabase();
    server = await startRedis(data());
    workers = await startWorkers({
      databaseUrl: db.url,
      redisUrl: server.url,
      pool: db.pool,
      store: db.store,
      clock: new SetClock('2026-09-14T09:00:00.000Z'),
      projections: [waitingList],
      dispatch: async () => undefined,
      wantedMails: async () => [],
      lookup: {
        person: async () => ({ name: 'Helen Marsh', email: 'helen@school.example' }),
        school: async () => ({ name: 'Ash Lane' }),
        note: async () => undefined,
        programme: async () => ({
          name: 'Bradford',
          mailbox: 'bradford@linking.example',
          contactName: 'Aisha Khan',
        }),
        venue: async () => undefined,
        wordingText: async () => undefined,
        user: async () => undefined,
        waitedForPlace: async () => false,
        digests: noDigests,
      },
      mailer: { send: async () => undefined },
      settings: testSettings,
      log: {
        info: () => undefined,
        error: (details, message) =>
          problems.push(`${message}: ${'err' in details ? String(details.err) : ''}`),
      },
    });
  });

  afterEach(async () => {
    await workers?.close();
    await server.kill();
    await db.close();
    rmSync(data(), { recursive: true, force: true });
  });

  const receive = () => {
    const id = randomUUID();
    return db.store.append(`interest-${id}`, 'no-stream', [interestReceived(id)]);
  };
  const listed = async (n: number) =>
    (await listWaitingClasses(db.pool, { programmes: 'all', limit: 50 })).length === n;

  test('the workers close at once', async () => {
    await server.kill();
    await setTimeout(300);
    const began = performance.now();
    await workers?.close();
    workers = undefined;
    expect(performance.now() - began).toBeLessThan(30_000);
  });

  test('the gateway stays ready and names what is missing', async () => {
    const settings = { ...testSettings, redisUrl: server.url };
    const { world, checks, close } = await openWorld(settings, db.url, 'spec');
    const app = await createGateway(world, { checks });
    const health = async () => {
      const answer = await app.inject('/health/ready');
      const body = answer.json<{ status: string; checks: { name: string; ok: boolean }[] }>();
      return [answer.statusCode, body.status, body.checks.find(({ name }) => name === 'redis')?.ok];
    };
    try {
      expect(await health()).toEqual([200, 'ready', true]);
      await server.kill();
      expect(await health()).toEqual([200, 'ready', false]);
      server = await startRedis(data(), { port: server.port });
      await until('it is named well again', async () => (await health())[2] === true);
    } finally {
      await app.close();
      await close();
    }
  });

  test('saves go on, the loss is said once, and an empty Redis is filled again when it is back', async () => {
    await receive();
    await until('the first is listed', () => listed(1));
    await server.kill();
    await receive();
    await setTimeout(6_000);
    await receive();
    expect(await listed(1)).toBe(true);
    expect(problems.filter((problem) => problem.includes('is away'))).toEqual([
      expect.stringContaining(`Redis at 127.0.0.1:${server.port} is away`),
    ]);
    // At most one for each look of a part, and no flood: mails are looked for every five seconds, on two queues.
    expect(problems.length).toBeLessThan(15);

    rmSync(data(), { recursive: true, force: true });
    server = await startRedis(data(), { port: server.port });
    await until('all three are listed', () => listed(3));
    await receive();
    await until('what comes now is listed too', () => listed(4));
  });

  test('the workers close within seconds when it is silent, and the job at hand ends first', async () => {
    let queues: Queues | undefined;
    let [begun, ended] = [false, false];
    try {
      queues = await openQueues({
        databaseUrl: db.url,
        redisUrl: `${server.url}/7`,
        onError: () => undefined,
      });
      await queues.work('planning', async () => {
        begun = true;
        await setTimeout(1_500);
        ended = true;
      });
      await queues.add('planning', [{ name: 'plan', data: {} }]);
      await until('it runs', () => begun);
      process.kill(server.pid, 'SIGSTOP');
      const began = performance.now();
      await Promise.all([workers?.close(), queues.close()]);
      workers = undefined;
      expect(ended).toBe(true);
      expect(performance.now() - began).toBeLessThan(60_000);
    } finally {
      process.kill(server.pid, 'SIGCONT');
    }
  });
});
