import { setTimeout } from 'node:timers/promises';

/** A busy machine is slow, not wrong: as long as whatever comes about at all may take there. */
const PATIENCE = 120_000;

/**
 * Looks again and again until it holds; says what did not come about.
 * @param soFar what is said beside it
 */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  {
    patience = PATIENCE,
    soFar = () => '',
  }: { patience?: number; soFar?: () => Promise<string> | string } = {},
): Promise<void> {
  const end = performance.now() + patience;
  while (!(await holds())) {
    if (performance.now() > end)
      throw new Error(`Not within ${patience} ms: ${what} ${await soFar()}`.trimEnd());
    await setTimeout(25);
  }
}
