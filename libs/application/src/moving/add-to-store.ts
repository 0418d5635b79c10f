import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import { MAX_EVENTS_PER_APPEND } from '@linking/events/event-store.js';
import { KurrentDbEventStore } from '@linking/events/kurrentdb/kurrentdb-event-store.js';
import { addKeptEvents } from '@linking/events/postgres/kept-events.js';
import { PostgresEventStore } from '@linking/events/postgres/postgres-event-store.js';
import type { KeptEvent } from './kept-event.js';

/** Half of what a server of KurrentDB takes in one append. */
const APPEND_BYTES = 512 * 1024;

/** Adds events of a checked file to a store, in their order: nothing of a later one is written before an earlier one. */
export async function addToStore(
  pool: pg.Pool,
  store: EventStore,
  events: readonly KeptEvent[],
): Promise<void> {
  if (store instanceof PostgresEventStore) {
    await addKeptEvents(pool, events);
    return;
  }
  // A canonical text is what an append writes, so these are the same bytes.
  for (const run of runs(events)) {
    const { stream, revision } = run[0]!.envelope;
    const expected = revision === 1 ? 'no-stream' : revision - 1;
    const added = run.map(({ envelope: { stream: _stream, revision: _revision, ...event } }) => event);
    if (store instanceof KurrentDbEventStore) await store.addKept(stream, expected, added);
    else await store.append(stream, expected, added);
  }
}

/** Events of one stream that follow each other in the log. */
function runs(events: readonly KeptEvent[]): readonly (readonly KeptEvent[])[] {
  const all: KeptEvent[][] = [];
  let bytes = 0;
  for (const event of events) {
    const run = all.at(-1);
    bytes += Buffer.byteLength(event.body);
    const fits =
      run !== undefined &&
      run[0]!.envelope.stream === event.envelope.stream &&
      run.length < MAX_EVENTS_PER_APPEND &&
      bytes <= APPEND_BYTES;
    if (fits) run.push(event);
    else {
      all.push([event]);
      bytes = Buffer.byteLength(event.body);
    }
  }
  return all;
}
