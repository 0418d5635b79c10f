import { setTimeout } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { EventEnvelope } from '../envelope.js';
import type { LogPage, ReadAllOptions, ReadStreamOptions, StoredEvent } from '../event-store.js';
import { gathered } from '../gathered.js';
import { failureOf, unavailable } from './pg-failures.js';

interface Row {
  readonly position: string;
  readonly body: string;
}

const FORWARDS = `select position::text, body from events
  where stream = $1 and revision >= $2 order by revision limit $3`;
/** Whole streams: those that are asked for in one turn are read together. */
const WHOLE = `select stream, position::text, body from events where stream = any($1) order by stream, revision`;
const BACKWARDS = `select position::text, body from events
  where stream = $1 and revision <= $2 order by revision desc limit $3`;
// `order by position` alone would order by the answer's text column: '10' before '9'.
const ALL = `select e.position::text, e.body from events e
  where e.position > $1 order by e.position limit $2`;
/** The wanted positions come from the index alone; head is of the same snapshot, so nothing unseen is passed over. */
const FILTERED = `select head.position::text as head, e.position::text, e.body
  from (select max(position) as position from events) head
  left join lateral (
    select position from events where position > $1 and stream ^@ any ($3::text[]) order by position limit $2
  ) wanted on true
  left join events e on e.position = wanted.position
  order by wanted.position`;
const HEAD = `select max(position)::text as position from events`;

const RETRY_AFTER = 100;
const MAX_REVISION = 2 ** 31 - 1;

export class LogReader {
  private readonly whole = gathered((streams) => this.wholeStreams(streams));

  constructor(
    private readonly pool: Pool,
    private readonly answerWithin: number,
  ) {}

  async stream(stream: string, options: ReadStreamOptions = {}): Promise<readonly StoredEvent[]> {
    if (Object.keys(options).length === 0) return (await this.whole(stream)) ?? [];
    const { backwards = false, limit = null } = options;
    const from = Math.min(options.from ?? (backwards ? MAX_REVISION : 1), MAX_REVISION);
    const rows = await this.rows<Row>(backwards ? BACKWARDS : FORWARDS, [stream, from, limit]);
    return rows.map(storedEvent);
  }

  private async wholeStreams(
    streams: readonly string[],
  ): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
    const [only] = streams;
    if (only !== undefined && streams.length === 1) {
      return new Map([[only, (await this.rows<Row>(FORWARDS, [only, 1, null])).map(storedEvent)]]);
    }
    const found = new Map<string, StoredEvent[]>(streams.map((stream) => [stream, []]));
    for (const row of await this.rows<Row & { readonly stream: string }>(WHOLE, [streams])) {
      found.get(row.stream)?.push(storedEvent(row));
    }
    return found;
  }

  async all({ after = null, prefixes, limit }: ReadAllOptions): Promise<LogPage> {
    const start = after ?? '0';
    if (!prefixes) {
      const events = (await this.rows<Row>(ALL, [start, limit])).map(storedEvent);
      return { events, checkpoint: events.at(-1)?.position ?? after };
    }
    const rows = await this.rows<Row & { head: string | null }>(FILTERED, [start, limit, prefixes]);
    const events = rows.filter((row) => row.position !== null).map(storedEvent);
    if (events.length === limit) return { events, checkpoint: events.at(-1)!.position };
    return { events, checkpoint: later(rows[0]?.head ?? null, after) };
  }

  async head(): Promise<string | null> {
    return (await this.rows<{ position: string | null }>(HEAD, []))[0]?.position ?? null;
  }

  async ping(): Promise<void> {
    await this.rows('select 1 from events limit 1', []);
  }

  /** A connection that died while it was idle is noticed only when it is used: one more try hides that. */
  private async rows<R extends object>(text: string, values: readonly unknown[]): Promise<readonly R[]> {
    const query = { text, values: [...values], query_timeout: this.answerWithin };
    for (let attempt = 0; ; attempt += 1) {
      try {
        return (await this.pool.query<R>(query)).rows;
      } catch (error) {
        const failure = failureOf(error);
        if (failure === 'defect') throw error;
        if (failure === 'nothing-done' || attempt > 0) throw unavailable('it could not be read', error);
        await setTimeout(RETRY_AFTER);
      }
    }
  }
}

function storedEvent({ position, body }: Row): StoredEvent {
  return { position, envelope: JSON.parse(body) as EventEnvelope, body };
}

/** Negative when `a` comes first in the log; positions are bigints written as text. */
export function comparePositions(a: string, b: string): number {
  const [left, right] = [BigInt(a), BigInt(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return comparePositions(a, b) < 0 ? b : a;
}
