import { setTimeout } from 'node:timers/promises';

const TRY_EVERY_MS = 50;

/**
 * Lists are kept by the workers and follow a save within moments; whoever is led to a list right after a save waits
 * for it here, at most two seconds.
 */
export async function shownSoon(isShown: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    if (await isShown()) return;
    await setTimeout(TRY_EVERY_MS);
  }
}
