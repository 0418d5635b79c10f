import { Bell } from '../bell.js';
import type { EventEnvelope, NewEvent } from '../envelope.js';
import { CommandIdReused, ConcurrencyError, EventStoreUnavailableError } from '../event-store-errors.js';
import type {
  AppendResult,
  EventStore,
  ExpectedRevision,
  LogPage,
  ReadAllOptions,
  ReadStreamOptions,
  StoredEvent,
  SubscribeOptions,
} from '../event-store.js';
import { follow } from '../follow.js';
import { prepareAppend } from '../prepared-append.js';
import type { PreparedAppend } from '../prepared-append.js';

/** The event log for specs: the same promises as the real one, gone with the process. */
export class MemoryEventStore implements EventStore {
  private readonly log: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly byId = new Map<string, StoredEvent>();
  private readonly bell = new Bell();
  private readonly closing = new AbortController();

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<AppendResult> {
    this.refuseWhenClosed();
    const append = prepareAppend(stream, expected, events);
    const repeated = this.repeatOf(append);
    if (repeated) return repeated;
    const actual = this.streams.get(stream)?.length ?? 0;
    if (actual !== append.before) throw new ConcurrencyError(stream, expected, actual);
    return this.write(append);
  }

  async readStream(stream: string, options: ReadStreamOptions = {}): Promise<readonly StoredEvent[]> {
    this.refuseWhenClosed();
    const events = this.streams.get(stream) ?? [];
    const { from, backwards = false, limit } = options;
    const wanted = backwards ? events.slice(0, from).reverse() : events.slice((from ?? 1) - 1);
    return wanted.slice(0, limit);
  }

  async readAll({ after, prefixes, limit }: ReadAllOptions): Promise<LogPage> {
    this.refuseWhenClosed();
    const events: StoredEvent[] = [];
    for (let index = Number(after ?? 0); index < this.log.length && events.length < limit; index += 1) {
      const event = this.log[index]!;
      if (!prefixes || prefixes.some((prefix) => event.envelope.stream.startsWith(prefix)))
        events.push(event);
    }
    if (events.length === limit) return { events, checkpoint: events.at(-1)!.position };
    return { events, checkpoint: this.log.at(-1)?.position ?? after ?? null };
  }

  subscribe(options: SubscribeOptions, handle: (page: LogPage) => Promise<void>): Promise<void> {
    const signal = AbortSignal.any([options.signal, this.closing.signal]);
    const ways = { ...options, signal, bell: this.bell, pageSize: 500, pollEvery: 1_500 };
    return follow((page) => this.readAll(page), ways, handle);
  }

  async head(): Promise<string | null> {
    this.refuseWhenClosed();
    return this.log.at(-1)?.position ?? null;
  }

  comparePositions(a: string, b: string): number {
    return Math.sign(Number(a) - Number(b));
  }

  async ping(): Promise<void> {
    this.refuseWhenClosed();
  }

  async close(): Promise<void> {
    this.closing.abort();
  }

  private refuseWhenClosed(): void {
    if (this.closing.signal.aborted) throw new EventStoreUnavailableError('it was closed');
  }

  private repeatOf({ stream, events }: PreparedAppend): AppendResult | undefined {
    const known = events.map((event) => this.byId.get(event.id));
    const first = known.find((event) => event !== undefined);
    if (!first) return undefined;
    // The body holds stream and revision, so equal bytes stand at the same place.
    if (!known.every((event, index) => event?.body === events[index]!.body)) {
      throw new CommandIdReused(stream, first.envelope.id);
    }
    const last = known.at(-1)!;
    return { revision: last.envelope.revision, position: last.position, repeated: true };
  }

  private write({ stream, events }: PreparedAppend): AppendResult {
    const inStream = this.streams.get(stream) ?? [];
    this.streams.set(stream, inStream);
    for (const { id, body } of events) {
      const envelope = JSON.parse(body) as EventEnvelope;
      const stored = { position: String(this.log.length + 1), envelope, body };
      this.log.push(stored);
      inStream.push(stored);
      this.byId.set(id, stored);
    }
    this.bell.ring();
    return { revision: inStream.length, position: String(this.log.length), repeated: false };
  }
}
