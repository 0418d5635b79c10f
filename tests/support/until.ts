import { setTimeout } from 'node:timers/promises';

/** Looks again and again until it holds; says what did not come about. */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  timeout = 10_000,
): Promise<void> {
  const end = performance.now() + timeout;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Not within ${timeout} ms: ${what}`);
    await setTimeout(25);
  }
}
