import type { KurrentDBClient, RecordedEvent } from '@kurrent/kurrentdb-client';
import { setTimeout } from 'node:timers/promises';
import { EventStoreUnavailableError } from '../event-store-errors.js';
import type { LogPage, ReadAllOptions, ReadStreamOptions } from '../event-store.js';
import type { Connection } from './connection.js';
import { keptEvent, storedEvent } from './kept-event.js';
import type { KeptEvent } from './kept-event.js';
import { translated, typeOf } from './kurrent-failures.js';
import { logFilter } from './log-filter.js';
import { comparePositions, readPosition } from './positions.js';

type Read = AsyncIterable<{ readonly event?: RecordedEvent }>;

/** Milliseconds before a read that failed is tried again: the client connects anew at the next use only. */
const RETRY_AFTER = [100, 400];

/** Reads ask the leader, so that an append that was acknowledged is seen. */
export class LogReader {
  constructor(private readonly connection: Connection) {}

  async stream(stream: string, options: ReadStreamOptions = {}): Promise<readonly KeptEvent[]> {
    const { from, backwards = false, limit } = options;
    if (limit === 0 || (backwards && from !== undefined && from < 1)) return [];
    const start = backwards ? ('end' as const) : ('start' as const);
    const reading = (client: KurrentDBClient) =>
      client.readStream(stream, {
        direction: backwards ? 'backwards' : 'forwards',
        // The server counts revisions from 0, we from 1.
        fromRevision: from === undefined ? start : BigInt(Math.max(from, 1) - 1),
        requiresLeader: true,
        ...(limit !== undefined && { maxCount: limit }),
      });
    return this.events(stream, reading);
  }

  async all({ after = null, prefixes, limit }: ReadAllOptions): Promise<LogPage> {
    // What comes after this look at the head is not passed over, whatever the page holds.
    const head = prefixes ? await this.head() : null;
    if (prefixes?.length === 0) return { events: [], checkpoint: later(head, after) };
    const found = await this.events('$all', (client) =>
      client.readAll({
        direction: 'forwards',
        // The server begins with the event at the position, which was looked at before.
        fromPosition: after === null ? 'start' : readPosition(after),
        maxCount: limit + 1,
        filter: logFilter(prefixes),
        requiresLeader: true,
      }),
    );
    const events = found
      .filter(({ position }) => after === null || comparePositions(position, after) > 0)
      .slice(0, limit)
      .map(storedEvent);
    const last = events.at(-1)?.position ?? after;
    return { events, checkpoint: events.length === limit ? last : later(head, last) };
  }

  async head(): Promise<string | null> {
    const [last] = await this.events('$all', (client) =>
      client.readAll({
        direction: 'backwards',
        fromPosition: 'end',
        maxCount: 1,
        filter: logFilter(undefined),
        requiresLeader: true,
      }),
    );
    return last?.position ?? null;
  }

  private async events(
    stream: string,
    read: (client: KurrentDBClient) => Read,
  ): Promise<readonly KeptEvent[]> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.connection.ask((client) => collected(read(client)));
      } catch (error) {
        if (typeOf(error) === 'stream-not-found') return [];
        const failure = translated(error, stream, 'it could not be read');
        if (!(failure instanceof EventStoreUnavailableError) || attempt === RETRY_AFTER.length) throw failure;
        await setTimeout(RETRY_AFTER[attempt]);
      }
    }
  }
}

async function collected(read: Read): Promise<readonly KeptEvent[]> {
  const events: KeptEvent[] = [];
  for await (const { event } of read) if (event) events.push(keptEvent(event));
  return events;
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return comparePositions(a, b) < 0 ? b : a;
}
