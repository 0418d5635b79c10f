import type { EventEnvelope, NewEvent } from './envelope.js';

/** An event with its place in the whole log and the very bytes that are kept. */
export interface StoredEvent {
  /** Opaque; compare only with {@link EventStore.comparePositions}. */
  readonly position: string;
  readonly envelope: EventEnvelope;
  /** RFC 8785 canonical JSON of the envelope. */
  readonly body: string;
}

/** The revision a stream must stand at before an append: `'no-stream'` or its last revision (from 1). */
export type ExpectedRevision = number | 'no-stream';

export interface AppendResult {
  /** Revision of the last event of this append. */
  readonly revision: number;
  readonly position: string;
  /** True when the very same events had been appended before: this answer repeats the first one. */
  readonly repeated: boolean;
}

export interface LogPage {
  readonly events: readonly StoredEvent[];
  /** Position up to which the log was looked through; `null` only while the log is empty. */
  readonly checkpoint: string | null;
}

export interface ReadStreamOptions {
  /** First revision wanted (from 1); backwards: the highest. */
  readonly from?: number;
  readonly backwards?: boolean;
  readonly limit?: number;
}

export interface ReadAllOptions {
  /** Exclusive; `null` or absent = from the beginning. */
  readonly after?: string | null;
  /** Stream name prefixes, such as `link-`; absent = every stream. */
  readonly prefixes?: readonly string[];
  readonly limit: number;
}

export interface SubscribeOptions {
  readonly after?: string | null;
  readonly prefixes?: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * The event log; its errors are in `event-store-errors.ts`. After an {@link EventStoreUnavailableError} the outcome of
 * an append is unknown, and it is safe to repeat it with the same ids and the same expected revision.
 */
export interface EventStore {
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult>;
  /** An unknown stream is empty. */
  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredEvent[]>;
  readAll(options: ReadAllOptions): Promise<LogPage>;
  /**
   * Calls `handle` page after page in log order, one at a time, until the signal; then resolves. Rejects when `handle`
   * does. Pages without a wanted event are not handed over; while the store is not available it keeps trying.
   */
  subscribe(options: SubscribeOptions, handle: (page: LogPage) => Promise<void>): Promise<void>;
  /** Position of the last event, or `null`. */
  head(): Promise<string | null>;
  comparePositions(a: string, b: string): number;
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** What whoever asks for single streams needs of a log. */
export type StreamReader = Pick<EventStore, 'readStream'>;

/** Limits of every adapter: 256 KiB an event, 500 events an append. */
export const MAX_EVENT_BYTES = 256 * 1024;
export const MAX_EVENTS_PER_APPEND = 500;
