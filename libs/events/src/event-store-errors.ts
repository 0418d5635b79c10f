import type { ExpectedRevision } from './event-store.js';

/** The stream does not stand at the expected revision. `actual` is 0 for a stream without events. */
export class ConcurrencyError extends Error {
  override readonly name = 'ConcurrencyError';

  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: number,
  ) {
    super(`Stream ${stream} stands at revision ${actual}, not at ${expected}`);
  }
}

/** An event id is in the log already, with other bytes or in another stream. */
export class CommandIdReused extends Error {
  override readonly name = 'CommandIdReused';

  constructor(
    readonly stream: string,
    readonly eventId: string,
  ) {
    super(`Event id ${eventId} is in the log already with other content (appending to ${stream})`);
  }
}

export class EventTooLargeError extends Error {
  override readonly name = 'EventTooLargeError';

  constructor(
    readonly stream: string,
    readonly bytes: number,
    readonly limit: number,
  ) {
    super(`An append to ${stream} is too large: ${bytes}, the limit is ${limit}`);
  }
}

/** The store could not answer; whether an append was written is unknown. */
export class EventStoreUnavailableError extends Error {
  override readonly name = 'EventStoreUnavailableError';

  constructor(what: string, cause?: unknown) {
    super(`The event log is not available: ${what}`, { cause });
  }
}

/** The log's server does not let this service read or write; asking again does not help. */
export class AccessDeniedError extends Error {
  override readonly name = 'AccessDeniedError';

  constructor(cause?: unknown) {
    super('The event log refuses this service: its user may not read and append', { cause });
  }
}

/** Somebody deleted the stream on the log's server, which this service never does. */
export class StreamDeletedError extends Error {
  override readonly name = 'StreamDeletedError';

  constructor(
    readonly stream: string,
    cause?: unknown,
  ) {
    super(`Stream ${stream} was deleted on the server of the event log`, { cause });
  }
}
