import { EventEmitter } from 'node:events';

/** An event as the server keeps it. */
export interface Recorded {
  /** Commit and prepare position are the same for all but old multi-request transactions. */
  readonly position: bigint;
  readonly stream: string;
  /** Counts from 0. */
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  readonly created: Date;
}

export type Proposed = Pick<Recorded, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;

export type Outcome =
  | { readonly kind: 'written'; readonly revision: number; readonly position: bigint }
  | { readonly kind: 'wrong-version'; readonly current: number }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'deleted' };

/**
 * `MaxAppendSize`, the default of the server: kurrent-io/KurrentDB, docs/server/configuration/db-config.md says nothing of
 * another one, and its release notes call it the limit of "the size of entire append requests over gRPC".
 */
const MAX_APPEND_BYTES = 1024 * 1024;

/** What the server writes for itself stands in `$all` between the events of others (docs/server/features/streams.md). */
const SYSTEM_EVENT_EVERY = 7;

/** The log of the stand-in: streams, one order for all, and the server's rule for expected versions. */
export class KeptLog {
  readonly records: Recorded[] = [];
  readonly growth = new EventEmitter<{ grown: [] }>();
  private readonly streams = new Map<string, Recorded[]>();
  private readonly deleted = new Set<string>();
  private end = 1_024n;
  private appends = 0;

  constructor() {
    this.growth.setMaxListeners(0);
    this.write('$users', [systemEvent('$User')]);
  }

  stream(name: string): readonly Recorded[] {
    return this.streams.get(name) ?? [];
  }

  /** How many records stand before the position. */
  before(position: bigint): number {
    let [low, high] = [0, this.records.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.records[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  isDeleted(name: string): boolean {
    return this.deleted.has(name);
  }

  /** A tombstone: nothing is ever read from the stream or appended to it again. */
  delete(name: string): void {
    this.deleted.add(name);
  }

  append(name: string, expected: number, events: readonly Proposed[]): Outcome {
    // Streams.BatchAppend.cs: a request over the limit is answered before anything is looked at.
    if (
      events.reduce((bytes, { data, metadata }) => bytes + data.length + metadata.length, 0) >
      MAX_APPEND_BYTES
    )
      return { kind: 'too-large', limit: MAX_APPEND_BYTES };
    if (this.deleted.has(name)) return { kind: 'deleted' };
    const decided = this.check(name, expected, events);
    if (decided) return decided;
    const last = this.write(name, events);
    this.appends += 1;
    if (this.appends % SYSTEM_EVENT_EVERY === 0)
      this.write('$stats-127.0.0.1:2113', [systemEvent('$statsCollected')]);
    this.growth.emit('grown');
    return { kind: 'written', revision: last.revision, position: last.position };
  }

  /**
   * EventStore.Core/Services/Storage/ReaderIndex/IndexWriter.cs, `CheckCommit`: behind the expected version the same ids
   * in the same places are an idempotent repeat, which is answered as a success with the position of the first one; the
   * data is not compared. Any other id there, also after equal ones, is a wrong expected version. At the expected version
   * nothing is compared, so that an id can be written twice.
   */
  private check(name: string, expected: number, events: readonly Proposed[]): Outcome | undefined {
    const there = this.stream(name);
    const current = there.length - 1;
    if (expected === current) return undefined;
    if (expected > current) return { kind: 'wrong-version', current };
    const places = there.slice(expected + 1, expected + 1 + events.length);
    const repeated =
      places.length === events.length && places.every(({ id }, index) => id === events[index]!.id);
    const last = places.at(-1);
    if (!repeated || !last) return { kind: 'wrong-version', current };
    return { kind: 'written', revision: last.revision, position: last.position };
  }

  private write(name: string, events: readonly Proposed[]): Recorded {
    const stream = this.streams.get(name) ?? [];
    this.streams.set(name, stream);
    for (const event of events) {
      const recorded = {
        ...event,
        stream: name,
        revision: stream.length,
        position: this.end,
        created: new Date(),
      };
      this.end += BigInt(100 + event.data.length + event.metadata.length);
      stream.push(recorded);
      this.records.push(recorded);
    }
    return stream.at(-1)!;
  }
}

function systemEvent(type: string): Proposed {
  const data = Buffer.from('{}');
  return { id: crypto.randomUUID(), type, contentType: 'application/json', data, metadata: Buffer.alloc(0) };
}
