import type { Bell } from './bell.js';
import { EventStoreUnavailableError } from './event-store-errors.js';
import type { EventStore, LogPage, SubscribeOptions } from './event-store.js';

export interface FollowOptions extends SubscribeOptions {
  readonly bell: Bell;
  readonly pageSize: number;
  /** Milliseconds after which it looks although no bell rang. */
  readonly pollEvery: number;
}

/** The loop behind every subscription: look, hand over one page, look again; wait only when there was nothing new. */
export async function follow(
  readAll: EventStore['readAll'],
  options: FollowOptions,
  handle: (page: LogPage) => Promise<void>,
): Promise<void> {
  const { signal, bell, pollEvery, pageSize, prefixes } = options;
  let after = options.after ?? null;
  while (!signal.aborted) {
    const seen = bell.rings;
    const reading = readAll({ after, limit: pageSize, ...(prefixes && { prefixes }) }).catch(keepTrying);
    const page = await unlessAborted(reading, signal);
    if (signal.aborted) return;
    if (page) {
      if (page.events.length > 0) await handle(page);
      after = page.checkpoint;
      if (page.events.length === pageSize) continue;
    }
    await bell.wait(seen, pollEvery, signal);
  }
}

function keepTrying(error: unknown): null {
  if (error instanceof EventStoreUnavailableError) return null;
  throw error;
}

/** Resolves with `null` as soon as the signal aborts. A race would leave its listener behind, turn after turn. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(null);
    signal.addEventListener('abort', stop, { once: true });
    const settled = () => signal.removeEventListener('abort', stop);
    work.finally(settled).then(resolve, reject);
  });
}
