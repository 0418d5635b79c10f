import type { NewEvent } from '../envelope.js';
import { EventStoreUnavailableError } from '../event-store-errors.js';
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
import { prepareAppend } from '../prepared-append.js';
import { answerWithin } from './answer-within.js';
import { Appender } from './appender.js';
import { Connection } from './connection.js';
import { storedEvent } from './kept-event.js';
import { KnownIds } from './known-ids.js';
import { followLog } from './log-follower.js';
import { LogReader } from './log-reader.js';
import { comparePositions } from './positions.js';

const PING_WITHIN = 5_000;

export interface KurrentDbOptions {
  /** Milliseconds after which a connection that says nothing is given up; longer than the client's own deadline. */
  readonly answerWithin?: number;
}

/**
 * The event log in a KurrentDB that keeps nothing else: one client for appends, reads and subscriptions. The same promises
 * as in PostgreSQL but one: ids are known within a stream, so that nobody notices the same id in two streams.
 */
export class KurrentDbEventStore implements EventStore {
  private readonly reader: LogReader;
  private readonly knownIds: KnownIds;
  private readonly appender: Appender;
  private readonly appending = new Set<Promise<unknown>>();
  private readonly closing = new AbortController();

  private constructor(private readonly connection: Connection) {
    this.reader = new LogReader(connection);
    this.knownIds = new KnownIds(this.reader);
    this.appender = new Appender(connection, this.reader, this.knownIds);
  }

  /** Loads the client, which takes a quarter of a second, and reads the address; connects at the first use. */
  static async open(
    url: string,
    { answerWithin: limit = 15_000 }: KurrentDbOptions = {},
  ): Promise<KurrentDbEventStore> {
    const { KurrentDBClient } = await import('@kurrent/kurrentdb-client');
    return new KurrentDbEventStore(new Connection(() => KurrentDBClient.connectionString(url), limit));
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<AppendResult> {
    this.refuseWhenClosed();
    return this.untilDone(this.appender.append(prepareAppend(stream, expected, events)));
  }

  /**
   * Adds events that were recorded in another store, by the same texts, in one go to the server. Whoever calls it reads all of
   * them back at the end, which an append does each time.
   */
  async addKept(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<void> {
    this.refuseWhenClosed();
    await this.untilDone(this.appender.add(prepareAppend(stream, expected, events)));
  }

  async readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredEvent[]> {
    this.refuseWhenClosed();
    const kept = await this.reader.stream(stream, options);
    if (!options?.backwards) this.knownIds.remember(stream, kept);
    return kept.map(storedEvent);
  }

  async readAll(options: ReadAllOptions): Promise<LogPage> {
    this.refuseWhenClosed();
    return this.reader.all(options);
  }

  async subscribe(options: SubscribeOptions, handle: (page: LogPage) => Promise<void>): Promise<void> {
    this.refuseWhenClosed();
    const signal = AbortSignal.any([options.signal, this.closing.signal]);
    await followLog(this.connection, { ...options, signal }, handle);
  }

  async head(): Promise<string | null> {
    this.refuseWhenClosed();
    return this.reader.head();
  }

  comparePositions(a: string, b: string): number {
    return comparePositions(a, b);
  }

  async ping(): Promise<void> {
    this.refuseWhenClosed();
    await answerWithin(PING_WITHIN, this.reader.head());
  }

  /** Waits for what was handed over, and ends the subscriptions. */
  async close(): Promise<void> {
    this.closing.abort();
    await Promise.allSettled(this.appending);
    await this.connection.close();
  }

  private async untilDone<T>(appending: Promise<T>): Promise<T> {
    this.appending.add(appending);
    return appending.finally(() => this.appending.delete(appending));
  }

  private refuseWhenClosed(): void {
    if (this.closing.signal.aborted) throw new EventStoreUnavailableError('it was closed');
  }
}
