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
  while (runs < 2) await setTimeout(5);
  await setTimeout(100);
  expect(runs).toBe(2);
  await sweep.stop();
  sweep.wake();
  await setTimeout(10);
  expect(runs).toBe(2);
});

test('a sweep that is woken again and again rests between its runs, and misses nothing', async () => {
  const seen: number[] = [];
  let changes = 0;
  const sweep = new Sweep(
    60_000,
    async () => void seen.push(changes),
    () => undefined,
  );
  const begun = performance.now();
  for (changes = 1; changes < 20; changes += 1) {
    sweep.wake();
    await setTimeout(2);
  }
  sweep.wake();
  while (seen.at(-1) !== 20) await setTimeout(5);
  await sweep.stop();
  expect(seen[0]).toBe(1);
  // 18 milliseconds, because the clock of a timer is coarser than that of a measurement.
  expect(seen.length).toBeLessThanOrEqual(1 + (performance.now() - begun) / 18);
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
  while (runs < 2) await setTimeout(5);
  await sweep.stop();
  expect(failures).toHaveLength(1);
});
