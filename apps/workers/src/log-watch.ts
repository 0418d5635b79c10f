import { setTimeout } from 'node:timers/promises';
import type { EventStore } from '@linking/events/event-store.js';

const RETRY_AFTER = 1_000;

/** Calls `grown` soon after each append of any process, until the signal. Missing one is harmless: sweeps look as well. */
export async function watchLog(
  store: EventStore,
  signal: AbortSignal,
  grown: () => void,
  onError: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const after = await store.head();
      // What was appended until now is not told again.
      grown();
      await store.subscribe({ after, signal }, async () => grown());
    } catch (error) {
      if (signal.aborted) return;
      onError(error);
      await setTimeout(RETRY_AFTER, undefined, { signal }).catch(() => undefined);
    }
  }
}
