import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { ConcurrencyError } from '../event-store-errors.js';
import type { AppendResult, EventStore, StoredEvent } from '../event-store.js';
import type { EventStoreUnderTest } from './event-store-contract.js';
import { pages } from './reading-contract.js';
import { sampleEvents } from './sample-event.js';

const WRITERS = 24;
const APPENDS_EACH = 20;
const STREAMS = 7;

interface Written {
  readonly ids: readonly string[];
  readonly result: AppendResult;
}

/** Appends to a stream that others write to as well: reads where it stands, and tries again after a conflict. */
async function appendInTurn(store: EventStore, stream: string, size: number): Promise<Written> {
  for (;;) {
    const [last] = await store.readStream(stream, { backwards: true, limit: 1 });
    const events = sampleEvents(size);
    try {
      const result = await store.append(stream, last?.envelope.revision ?? 'no-stream', events);
      return { ids: events.map(({ id }) => id), result };
    } catch (error) {
      if (!(error instanceof ConcurrencyError)) throw error;
    }
  }
}

export function concurrencyContract(stores: () => EventStoreUnderTest): void {
  it('24 writers at once: a reader and a subscriber see each event once, in the order of the commits', async () => {
    const { store, other } = stores();
    const mark = `link-${randomUUID()}`;
    const start = await store.head();
    let writing = true;

    const reader = async () => {
      const seen: StoredEvent[] = [];
      let after = start;
      for (let last = false; !last;) {
        last = !writing;
        const page = await other.readAll({ after, prefixes: [mark], limit: 7 });
        seen.push(...page.events);
        after = page.checkpoint;
        if (page.events.length > 0) last = false;
        else await setTimeout(1);
      }
      return seen;
    };
    const expectedEvents = WRITERS * APPENDS_EACH * 1.5;
    const stop = new AbortController();
    const followed: StoredEvent[] = [];
    const following = store.subscribe({ after: start, signal: stop.signal }, async ({ events }) => {
      followed.push(...events);
      if (followed.length >= expectedEvents) stop.abort();
    });

    const write = async (writer: number) => {
      const written: Written[] = [];
      for (let turn = 0; turn < APPENDS_EACH; turn += 1) {
        const stream = `${mark}-${(writer + turn * 5) % STREAMS}`;
        written.push(await appendInTurn(writer % 2 ? store : other, stream, 1 + (turn % 2)));
      }
      return written;
    };
    const reading = reader();
    const written = (await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)))).flat();
    writing = false;
    const read = await reading;
    await following;

    const inLog = await pages(store, { after: start });
    const acknowledged = written.flatMap(({ ids }) => ids);
    expect(inLog).toHaveLength(expectedEvents);
    expect(new Set(inLog.map(({ envelope }) => envelope.id))).toEqual(new Set(acknowledged));
    expect(read).toEqual(inLog);
    expect(followed).toEqual(inLog);

    const byPosition = new Map(inLog.map((event) => [event.position, event.envelope]));
    for (const { ids, result } of written) {
      expect(byPosition.get(result.position)).toMatchObject({ id: ids.at(-1), revision: result.revision });
    }
    const revisionOf = new Map<string, number>();
    for (const { envelope } of inLog) {
      expect(envelope.revision).toBe((revisionOf.get(envelope.stream) ?? 0) + 1);
      revisionOf.set(envelope.stream, envelope.revision);
    }
  }, 60_000);

  it('of many who create the same stream at once, one does', async () => {
    const { store, other } = stores();
    const stream = `link-${randomUUID()}`;
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, (_, number) =>
        (number % 2 ? store : other).append(stream, 'no-stream', sampleEvents(1)),
      ),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await store.readStream(stream)).toHaveLength(1);
    for (const answer of tries) {
      if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(ConcurrencyError);
    }
  });
}
