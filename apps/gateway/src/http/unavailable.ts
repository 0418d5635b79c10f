import { EventStoreUnavailableError } from '@linking/events/event-store-errors.js';

/** SQLSTATE classes and codes after which the same request may succeed in a moment. */
const PASSING = /^(?:08|53|57P|57014|55P03|40001|40P01|25006)/;

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'EAI_AGAIN',
  'ENOTFOUND',
]);

/** Is this the database or the log being away, rather than a mistake in the request or in our code? */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof EventStoreUnavailableError) return true;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (typeof code === 'string') {
    if (NETWORK.has(code))
      return typeof syscall === 'string' && /^(?:connect|read|write|getaddrinfo)/.test(syscall);
    if (PASSING.test(code)) return true;
  }
  return /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    error.message,
  );
}
