import type { Pool } from 'pg';
import { Bell } from '../bell.js';
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
import { follow } from '../follow.js';
import { prepareAppend } from '../prepared-append.js';
import { AppendQueue } from './append-queue.js';
import { LogListener } from './log-listener.js';
import { LogReader, comparePositions } from './log-reader.js';

export interface PostgresEventStoreOptions {
  /** For the connection that listens for new events; without it subscriptions only poll. */
  readonly databaseUrl?: string;
  /** Milliseconds after which a connection that says nothing is given up; longer than the server's own timeouts. */
  readonly answerWithin?: number;
}

const PAGE_SIZE = 500;
const POLL_EVERY = 1_500;

/**
 * The event log in a PostgreSQL database with the tables of `eventLogMigrations`.
 * The pool belongs to the caller and should set `lock_timeout` (5 s) and `statement_timeout` (10 s).
 */
export class PostgresEventStore implements EventStore {
  private readonly queue: AppendQueue;
  private readonly reader: LogReader;
  private readonly bell = new Bell();
  private readonly listener: LogListener | undefined;
  private readonly closing = new AbortController();

  constructor(pool: Pool, { databaseUrl, answerWithin = 15_000 }: PostgresEventStoreOptions = {}) {
    this.queue = new AppendQueue(pool, answerWithin);
    this.reader = new LogReader(pool, answerWithin);
    if (databaseUrl !== undefined) this.listener = new LogListener(databaseUrl, this.bell);
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<AppendResult> {
    this.refuseWhenClosed();
    return this.queue.append(prepareAppend(stream, expected, events));
  }

  async readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredEvent[]> {
    this.refuseWhenClosed();
    return this.reader.stream(stream, options);
  }

  async readAll(options: ReadAllOptions): Promise<LogPage> {
    this.refuseWhenClosed();
    return this.reader.all(options);
  }

  async subscribe(options: SubscribeOptions, handle: (page: LogPage) => Promise<void>): Promise<void> {
    this.refuseWhenClosed();
    this.listener?.start();
    const signal = AbortSignal.any([options.signal, this.closing.signal]);
    const ways = { ...options, signal, bell: this.bell, pageSize: PAGE_SIZE, pollEvery: POLL_EVERY };
    await follow((page) => this.readAll(page), ways, handle);
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
    await this.reader.ping();
  }

  /** Commits what was handed over, ends the subscriptions and the listening connection; the pool stays open. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.queue.idle();
    await this.listener?.stop();
  }

  private refuseWhenClosed(): void {
    if (this.closing.signal.aborted) throw new EventStoreUnavailableError('it was closed');
  }
}
