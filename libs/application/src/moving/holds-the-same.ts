import type { EventStore, StoredEvent } from '@linking/events/event-store.js';
import type { LogToBring } from './log-to-bring.js';

const PAGE = 2_000;

/** Whether the first events of a store are the first ones of the file, text by text. */
export async function holdsTheSame(store: EventStore, log: LogToBring, count: number): Promise<boolean> {
  const standing = storedEvents(store);
  let compared = 0;
  for await (const events of log.read()) {
    for (const { body } of events) {
      if (compared === count) return true;
      const { value } = await standing.next();
      if (value?.body !== body) return false;
      compared += 1;
    }
  }
  return compared === count;
}

async function* storedEvents(store: EventStore): AsyncGenerator<StoredEvent, undefined> {
  for (let after: string | null = null; ;) {
    const { events }: { readonly events: readonly StoredEvent[] } = await store.readAll({
      after,
      limit: PAGE,
    });
    if (events.length === 0) return undefined;
    yield* events;
    after = events.at(-1)!.position;
  }
}
