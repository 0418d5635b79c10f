import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Job } from '@linking/platform/queues/job.js';
import { openQueues } from '@linking/platform/queues/queues.js';
import type { Queues, RunningWorker, WorkerSettings } from '@linking/platform/queues/queues.js';
import { BACKENDS, openQueueHouse } from './support/queue-backends.js';
import type { QueueHouse } from './support/queue-backends.js';
import { until } from './support/until.js';

/** What the workers rely on, whichever backend keeps the queues. */
describe.each(BACKENDS)('queues on %s', (backend) => {
  let house: QueueHouse;
  let queues: Queues;
  let done: string[];
  let problems: string[];

  const open = () =>
    openQueues({ ...house.at, onError: (error, queue) => problems.push(`${queue}: ${error.message}`) });
  const work = (settings: WorkerSettings = {}): Promise<RunningWorker> =>
    queues.work('mails', async ({ data }) => void done.push(data['id'] ?? '?'), settings);
  const mail = (id: string, more: Partial<Job> = {}): Job => ({ name: 'send', data: { id }, id, ...more });
  const empty = async () => Object.values(await queues.counts('mails')).every((count) => count === 0);

  beforeEach(async () => {
    [done, problems] = [[], []];
    house = await openQueueHouse(backend);
    queues = await open();
  });

  afterEach(async () => {
    await queues.close();
    await house.close();
  });

  test('each of 200 jobs is handled by one of two workers, and none stays behind', async () => {
    await work({ concurrency: 4 });
    await work({ concurrency: 4 });
    const ids = Array.from({ length: 200 }, (_, n) => `mail.${n}`);
    await queues.add(
      'mails',
      ids.map((id) => mail(id)),
    );
    await until('all are handled', () => new Set(done).size === 200);
    expect(done.toSorted()).toEqual(ids.toSorted());
    await until('nothing is left', empty);
    expect(problems).toEqual([]);
  });

  test('jobs of the same id are one job while it waits or runs, and can be added again afterwards', async () => {
    await queues.add('mails', [mail('one'), mail('one'), mail('two')]);
    await queues.add('mails', [mail('one')]);
    expect(await queues.counts('mails')).toEqual({ waiting: 2, active: 0, delayed: 0 });

    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await queues.work('mails', async ({ data }) => {
      if (done.length === 0) await held;
      done.push(data['id'] ?? '?');
    });
    await until('the first runs', async () => (await queues.counts('mails')).active === 1);
    await queues.add('mails', [mail('one')]);
    release();
    await until('both are done', () => done.length === 2);
    await until('nothing is left', empty);
    await queues.add('mails', [mail('one')]);
    await until('it is done again', () => done.length === 3);
    expect(done).toEqual(['one', 'two', 'one']);
  });

  test('a burst of nudges loses none: the last look comes after the last nudge', async () => {
    let [written, seen, atOnce, mostAtOnce] = [0, 0, 0, 0];
    const look = async () => {
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      seen = written;
      await setTimeout(Math.random() * 15);
      atOnce -= 1;
    };
    await queues.work('projections', look, { concurrency: 4 });
    for (let burst = 0; burst < 30; burst += 1) {
      for (let n = 0; n < 4; n += 1) {
        written += 1;
        await queues.add('projections', [{ name: 'catch-up', data: {}, onceMore: 'x' }]);
      }
      await setTimeout(Math.random() * 30);
      if (burst % 5 === 4) await until(`burst ${burst} is seen`, () => seen === written);
    }
    expect(mostAtOnce).toBe(1);
  });

  test('a nudge whose look failed can be given again', async () => {
    let looks = 0;
    await queues.work('projections', async () => {
      looks += 1;
      if (looks === 1) throw new Error('the database is away');
    });
    const nudge = () => queues.add('projections', [{ name: 'catch-up', data: {}, onceMore: 'x' }]);
    await nudge();
    await until('the first look failed', () => looks === 1);
    await until('it looks again', async () => {
      await nudge();
      return looks > 1;
    });
  });

  test('a job whose worker was killed is taken over by another one', async () => {
    await queues.add('mails', [mail('one')]);
    const { databaseUrl, redisUrl } = house.at;
    const where = redisUrl === undefined ? [] : [redisUrl];
    const dying = spawn(
      process.execPath,
      ['tests/support/dying-worker.mjs', databaseUrl, 'mails', ...where],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await once(dying.stdout, 'data');
    dying.kill('SIGKILL');
    await once(dying, 'exit');
    await work({ lockDuration: 1_000, stalledInterval: 300 });
    await until('the job is done', () => done.length > 0);
    expect(done).toEqual(['one']);
    await until('nothing is left', empty);
  });

  test('a job that fails is tried again with growing pauses, and given up after its last try', async () => {
    const tries: number[] = [];
    await queues.work('mails', async () => {
      tries.push(performance.now());
      throw new Error('the mail server is away');
    });
    await queues.add('mails', [mail('one', { attempts: 3 })]);
    await until('all tries are made', () => tries.length === 3);
    const [first = 0, second = 0, third = 0] = tries;
    expect(second - first).toBeGreaterThan(900);
    expect(third - second).toBeGreaterThan(1_900);
    await until('nothing is left', empty);
    await queues.add('mails', [mail('one')]);
    await until('it can be asked for again', () => tries.length === 4);
  });

  test('an id with a colon or of digits only is refused on both', async () => {
    await expect(queues.add('mails', [mail('link:1')])).rejects.toThrow(':');
    await expect(queues.add('mails', [mail('17')])).rejects.toThrow('integer');
  });

  test('what was wiped can be added again, and workers go on', async () => {
    await work();
    await queues.add('mails', [mail('one')]);
    await until('the first is done', () => done.length === 1);
    await queues.add('projections', [{ name: 'catch-up', data: {}, onceMore: 'x' }]);
    await house.wipe();
    expect(await queues.counts('projections')).toEqual({ waiting: 0, active: 0, delayed: 0 });
    let looks = 0;
    await queues.work('projections', async () => void (looks += 1));
    await queues.add('projections', [{ name: 'catch-up', data: {}, onceMore: 'x' }]);
    await queues.add('mails', [mail('one')]);
    await until('both are done', () => looks === 1 && done.length === 2);
  });

  test('closing waits for the job at hand, leaves no connection and does not wait for new work', async () => {
    let ended = false;
    await queues.work('planning', async () => {
      await setTimeout(300);
      ended = true;
    });
    await work();
    await queues.add('planning', [{ name: 'plan', data: {} }]);
    await until('it runs', async () => (await queues.counts('planning')).active === 1);
    expect(await house.connections()).toBeGreaterThan(1);
    const began = performance.now();
    await queues.close();
    expect(ended).toBe(true);
    expect(performance.now() - began).toBeLessThan(20_000);
    await until('no connection is left', async () => (await house.connections()) === 0);
    queues = await open();
    expect(await queues.counts('planning')).toEqual({ waiting: 0, active: 0, delayed: 0 });
    expect(problems).toEqual([]);
  });
});
