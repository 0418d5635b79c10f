import { setTimeout } from 'node:timers/promises';
import { Sweep } from './sweep.js';

test('woken while it runs, a sweep runs once more afterwards and never twice at once', async () => {
  let atOnce = 0;
  let runs = 0;
  const sweep = new Sweep(
    60_000,
    async () => {
      atOnce += 1;
      expect(atOnce).toBe(1);
      runs += 1;
      await setTimeout(5);
      atOnce -= 1;
    },
    () => undefined,
  );
  for (let n = 0; n < 5; n += 1) sweep.wake();
  await setTimeout(60);
  expect(runs).toBe(2);
  await sweep.stop();
  sweep.wake();
  await setTimeout(10);
  expect(runs).toBe(2);
});

test('a sweep that fails says so and runs again', async () => {
  const failures: unknown[] = [];
  let runs = 0;
  const sweep = new Sweep(
    10,
    async () => {
      runs += 1;
      if (runs === 1) throw new Error('the database is away');
    },
    (error) => failures.push(error),
  );
  await setTimeout(60);
  await sweep.stop();
  expect(failures).toHaveLength(1);
  expect(runs).toBeGreaterThan(1);
});
