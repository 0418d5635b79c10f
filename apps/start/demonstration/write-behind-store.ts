import { londonDay } from '@linking/domain/calendar/london.js';
import type { EventEnvelope, NewEvent } from '@linking/events/envelope.js';
import { ConcurrencyError } from '@linking/events/event-store-errors.js';
import {
  MAX_EVENTS_PER_APPEND,
  type AppendResult,
  type EventStore,
  type ExpectedRevision,
  type LogPage,
  type ReadAllOptions,
  type ReadStreamOptions,
  type StoredEvent,
  type SubscribeOptions,
} from '@linking/events/event-store.js';
import { personStream } from '@linking/events/streams.js';
import type { Clock } from '@linking/platform/clock/clock.js';

const PERSON = personStream('');
/** Events kept in memory before the streams that were used longest ago are forgotten. */
const MOST_EVENTS = 20_000;

export interface WriteBehindOptions {
  readonly clock: Clock;
  /** Whether a killed start has written some of the past already: it is seen only from its own moment on. */
  readonly goingOn: boolean;
}

/**
 * The log while the past is written, by one writer: streams in use are in memory, and what is appended is written a day
 * at a time, in one append a stream.
 */
export class WriteBehindStore implements EventStore {
  /** The least recently used stream first. */
  readonly #streams = new Map<string, StoredEvent[]>();
  readonly #loading = new Map<string, Promise<StoredEvent[]>>();
  readonly #forgotten = new Set<string>();
  #unwritten = new Map<string, EventEnvelope[]>();
  readonly #changed = new Map<string, Set<string>>();
  #inMemory = 0;

  constructor(
    private readonly log: EventStore,
    private readonly options: WriteBehindOptions,
  ) {}

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<AppendResult> {
    const known = await this.#stream(stream);
    const before = expected === 'no-stream' ? 0 : expected;
    if (known.length !== before) throw new ConcurrencyError(stream, expected, known.length);
    const envelopes = events.map((event, index) => ({ ...event, stream, revision: before + index + 1 }));
    known.push(...envelopes.map(unwrittenEvent));
    this.#inMemory += envelopes.length;
    for (const envelope of envelopes) this.#note(envelope);
    this.#unwritten.set(stream, [...(this.#unwritten.get(stream) ?? []), ...envelopes]);
    return {
      revision: known.length,
      repeated: false,
      get position(): string {
        throw notWritten();
      },
    };
  }

  async readStream(stream: string, { from = 1, limit, backwards }: ReadStreamOptions = {}) {
    if (backwards === true) throw new Error('The past is not read backwards while it is written');
    const known = await this.#stream(stream);
    const now = this.options.clock.now();
    const seen = this.options.goingOn ? known.filter(({ envelope }) => envelope.recordedAt <= now) : known;
    return seen.slice(from - 1, limit === undefined ? undefined : from - 1 + limit);
  }

  /** Streams in which something was recorded on a London day, by whichever start. */
  changedOn(day: string): readonly string[] {
    return [...(this.#changed.get(day) ?? [])].toSorted();
  }

  /** Looks through what a killed start has written, so that its days can be gone over. */
  async lookThrough(): Promise<void> {
    for (let after: string | null = null; ;) {
      const page = await this.log.readAll({ after, limit: 5_000 });
      for (const { envelope } of page.events) this.#note(envelope);
      if (page.checkpoint === after) return;
      after = page.checkpoint;
    }
  }

  #note({ recordedAt, stream }: EventEnvelope): void {
    const day = londonDay(recordedAt);
    const streams = this.#changed.get(day) ?? new Set();
    this.#changed.set(day, streams.add(stream));
  }

  /**
   * Resolves when all that was appended is in the log. People come first, as in the command that registers them: whoever
   * finds its facts takes it for carried out.
   */
  async written(): Promise<void> {
    const batch = [...this.#unwritten];
    this.#unwritten = new Map();
    await this.#writeAll(batch.filter(([stream]) => stream.startsWith(PERSON)));
    await this.#writeAll(batch.filter(([stream]) => !stream.startsWith(PERSON)));
    this.#forget();
  }

  async readAll(options: ReadAllOptions): Promise<LogPage> {
    await this.written();
    return this.log.readAll(options);
  }

  subscribe(options: SubscribeOptions, handle: (page: LogPage) => Promise<void>): Promise<void> {
    return this.log.subscribe(options, handle);
  }

  async head(): Promise<string | null> {
    await this.written();
    return this.log.head();
  }

  comparePositions(a: string, b: string): number {
    return this.log.comparePositions(a, b);
  }

  ping(): Promise<void> {
    return this.log.ping();
  }

  /** The log itself stays open. */
  close(): Promise<void> {
    return this.written();
  }

  async #writeAll(batch: readonly (readonly [string, readonly EventEnvelope[]])[]): Promise<void> {
    await Promise.all(batch.map(([stream, events]) => this.#write(stream, events)));
  }

  async #write(stream: string, events: readonly EventEnvelope[]): Promise<void> {
    for (let at = 0; at < events.length; at += MAX_EVENTS_PER_APPEND) {
      const part = events.slice(at, at + MAX_EVENTS_PER_APPEND);
      const before = (part[0]?.revision ?? 1) - 1;
      const fresh = part.map(({ stream: _, revision: __, ...event }) => event);
      await this.log.append(stream, before === 0 ? 'no-stream' : before, fresh);
    }
  }

  async #stream(stream: string): Promise<StoredEvent[]> {
    const known = this.#streams.get(stream);
    if (known !== undefined) {
      this.#streams.delete(stream);
      this.#streams.set(stream, known);
      return known;
    }
    const loading = this.#loading.get(stream) ?? this.#load(stream);
    this.#loading.set(stream, loading);
    return loading;
  }

  async #load(stream: string): Promise<StoredEvent[]> {
    const inLog = this.options.goingOn || this.#forgotten.has(stream);
    const events = inLog ? [...(await this.log.readStream(stream))] : [];
    this.#streams.set(stream, events);
    this.#inMemory += events.length;
    this.#loading.delete(stream);
    this.#forgotten.delete(stream);
    return events;
  }

  #forget(): void {
    for (const [stream, events] of this.#streams) {
      if (this.#inMemory <= MOST_EVENTS) return;
      if (this.#unwritten.has(stream)) continue;
      this.#streams.delete(stream);
      this.#forgotten.add(stream);
      this.#inMemory -= events.length;
    }
  }
}

const unwrittenEvent = (envelope: EventEnvelope): StoredEvent => ({
  envelope,
  get position(): string {
    throw notWritten();
  },
  get body(): string {
    throw notWritten();
  },
});

const notWritten = () => new Error('The log gives this event its place when the day is written');
