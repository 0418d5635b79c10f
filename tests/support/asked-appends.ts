import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { pages } from '@linking/events/contract/reading-contract.js';
import { sampleEvents } from '@linking/events/contract/sample-event.js';
import type { NewEvent } from '@linking/events/envelope.js';
import { EventStoreUnavailableError } from '@linking/events/event-store-errors.js';
import type { AppendResult, EventStore, ExpectedRevision, StoredEvent } from '@linking/events/event-store.js';

/** An append and the answer that somebody got at last. */
export interface Answered {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
  readonly result: AppendResult;
  /** How often the log was not available, so that it was asked once more with the same ids. */
  readonly unknown: number;
}

/** Asks again with the same ids for as long as nobody can say what became of the append. */
export async function appendUntilAnswered(
  store: EventStore,
  stream: string,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
): Promise<Answered> {
  for (let unknown = 0; ; unknown += 1) {
    try {
      const result = await store.append(stream, expected, events);
      return { stream, expected, events, result, unknown };
    } catch (error) {
      if (!(error instanceof EventStoreUnavailableError)) throw error;
      await setTimeout(5);
    }
  }
}

/** Appends one to three events after the other to a stream of its own, until it is told to stop. */
export async function writeUntil(
  store: EventStore,
  stopped: () => boolean,
  answered: (append: Answered) => void,
): Promise<void> {
  const stream = `link-${randomUUID()}`;
  let expected: ExpectedRevision = 'no-stream';
  for (let turn = 0; !stopped(); turn += 1) {
    const append = await appendUntilAnswered(store, stream, expected, sampleEvents(1 + (turn % 3)));
    expected = append.result.revision;
    answered(append);
  }
}

/** A subscriber and a reader of small pages, who both began before the appends. */
export function watchLog(subscribed: EventStore, read: EventStore, after: string | null) {
  const followed: StoredEvent[] = [];
  const paged: StoredEvent[] = [];
  const stop = new AbortController();
  const following = subscribed.subscribe({ after, signal: stop.signal }, async ({ events }) => {
    followed.push(...events);
  });
  const reading = readPages();
  return {
    followed,
    paged,
    /** Once both have seen so many events, or will never. */
    async stop(count: number): Promise<void> {
      const end = performance.now() + 20_000;
      while (Math.min(followed.length, paged.length) < count && performance.now() < end) await setTimeout(20);
      stop.abort();
      await Promise.all([following, reading]);
    },
  };

  async function readPages(): Promise<void> {
    let place = after;
    while (!stop.signal.aborted) {
      const page = await read.readAll({ after: place, limit: 7 }).catch(whenUnavailable);
      paged.push(...(page?.events ?? []));
      place = page?.checkpoint ?? place;
      if (page === undefined || page.events.length < 7) await setTimeout(5);
    }
  }
}

function whenUnavailable(error: unknown): undefined {
  if (!(error instanceof EventStoreUnavailableError)) throw error;
}

/** Events that were promised and are not there, or that are there twice; and streams with a gap. */
export async function compareWithLog(
  store: EventStore,
  after: string | null,
  answered: readonly Answered[],
): Promise<{
  readonly inLog: readonly StoredEvent[];
  readonly lost: number;
  readonly double: number;
  readonly never: number;
  readonly gaps: number;
  readonly misplaced: number;
}> {
  const inLog = await pages(store, { after, limit: 500 });
  const copies = new Map<string, number>();
  for (const { envelope } of inLog) copies.set(envelope.id, (copies.get(envelope.id) ?? 0) + 1);
  const promised = answered.flatMap(({ events }) => events.map(({ id }) => id));
  const known = new Set(promised);
  const stands = new Map<string, number>();
  let gaps = 0;
  for (const { envelope } of inLog) {
    if (envelope.revision !== (stands.get(envelope.stream) ?? 0) + 1) gaps += 1;
    stands.set(envelope.stream, envelope.revision);
  }
  const byPosition = new Map(inLog.map((event) => [event.position, event.envelope]));
  const misplaced = answered.filter(({ events, result }) => {
    const last = byPosition.get(result.position);
    return last?.id !== events.at(-1)?.id || last?.revision !== result.revision;
  });
  return {
    inLog,
    lost: promised.filter((id) => !copies.has(id)).length,
    double: [...copies.values()].filter((count) => count > 1).length,
    never: [...copies.keys()].filter((id) => !known.has(id)).length,
    gaps,
    misplaced: misplaced.length,
  };
}
