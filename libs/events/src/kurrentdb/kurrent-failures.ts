import {
  AccessDeniedError,
  EventStoreUnavailableError,
  EventTooLargeError,
  StreamDeletedError,
} from '../event-store-errors.js';

/** The `type` of the client's errors; a defect of this program has none. */
export function typeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('type' in error)) return undefined;
  return typeof error.type === 'string' ? error.type : undefined;
}

/** What the port says instead of an error of the client; `what` was being done to `stream`. */
export function translated(error: unknown, stream: string, what: string): Error {
  if (!(error instanceof Error)) return new EventStoreUnavailableError(what, error);
  switch (typeOf(error)) {
    case 'access-denied':
      return new AccessDeniedError(error);
    case 'stream-deleted':
    case 'stream-tombstoned':
      return new StreamDeletedError(stream, error);
    case 'maximum-append-size-exceeded':
      return tooLarge(error, stream);
    case undefined:
      // Wrong arguments and the like; connection errors of Node have a code.
      return 'code' in error ? unavailable(what, error) : error;
    default:
      return unavailable(what, error);
  }
}

export function unavailable(what: string, error: Error): EventStoreUnavailableError {
  return error instanceof EventStoreUnavailableError
    ? error
    : new EventStoreUnavailableError(`${what} (${error.message})`, error);
}

/** The server's own limit for one append, 1 MiB unless it is set otherwise; it does not say how much was sent. */
function tooLarge(error: Error, stream: string): EventTooLargeError {
  const limit = 'maxAppendSize' in error && typeof error.maxAppendSize === 'number' ? error.maxAppendSize : 0;
  return new EventTooLargeError(stream, limit + 1, limit);
}
