import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import { kilobyteEvent } from './sample.js';

const PAGE = 500;
const SELECT = {
  name: 'raw-page',
  text: `select position, stream, revision, event_id, type, body, recorded_at from raw_events
    where position > $1 order by position limit ${PAGE}`,
};

/** Adds so many events, in streams of a page each. */
export async function fill(store: EventStore, count: number): Promise<void> {
  for (let written = 0; written < count; written += PAGE) {
    const events = Array.from({ length: Math.min(PAGE, count - written) }, kilobyteEvent);
    await store.append(`link-${randomUUID()}`, 'no-stream', events);
  }
}

/** The log's rows, in the raw table as well. */
export async function copyToRaw(pool: Pool): Promise<void> {
  await pool.query('truncate raw_events');
  await pool.query('insert into raw_events overriding system value select * from events');
  for (const table of ['events', 'raw_events']) await pool.query(`vacuum analyze ${table}`);
}

/** Events a second of a reader who follows the log from `after` to its head, envelopes read. */
export async function ourCatchUp(
  store: EventStore,
  after: string | null,
  prefixes?: string[],
): Promise<number> {
  return readRate(async (seen) => {
    let found = 0;
    for (let from = after; ;) {
      const page = await store.readAll({ after: from, limit: PAGE, ...(prefixes && { prefixes }) });
      for (const { envelope } of page.events) seen(envelope.stream);
      found += page.events.length;
      if (page.events.length < PAGE) return found;
      from = page.checkpoint;
    }
  });
}

/** Events a second of a plain paged SELECT; with `parse` the reader also reads the JSON, as it must to use an event. */
export async function rawCatchUp(pool: Pool, after: string | null, parse: boolean): Promise<number> {
  const connection = await pool.connect();
  try {
    return await readRate(async (seen) => {
      let found = 0;
      for (let from: string | number = after ?? 0; ;) {
        const { rows } = await connection.query<{ position: number; stream: string; body: string }>({
          ...SELECT,
          values: [from],
        });
        for (const { stream, body } of rows) {
          seen(parse ? (JSON.parse(body) as { stream: string }).stream : stream);
        }
        found += rows.length;
        if (rows.length < PAGE) return found;
        from = rows.at(-1)!.position;
      }
    });
  } finally {
    connection.release();
  }
}

async function readRate(read: (seen: (stream: string) => void) => Promise<number>): Promise<number> {
  const start = performance.now();
  let letters = 0;
  const found = await read((stream) => {
    letters += stream.length;
  });
  if (letters === 0) throw new Error('The catch-up read found nothing');
  return (found * 1_000) / (performance.now() - start);
}
