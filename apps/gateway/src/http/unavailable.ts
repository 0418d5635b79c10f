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

const BROKEN_CONNECTION =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Is this the database or the log being away, rather than a mistake in the request or in our code? */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof EventStoreUnavailableError) return true;
  if (typeof error !== 'object' || error === null) return false;
  const { code, syscall, message, errors } = error as Readonly<Record<string, unknown>>;
  // One host name with several addresses: each of them was tried.
  if (Array.isArray(errors)) return errors.some(isUnavailable);
  if (typeof code === 'string' && NETWORK.has(code)) {
    return typeof syscall === 'string' && /^(?:connect|read|write|getaddrinfo)/.test(syscall);
  }
  if (typeof code === 'string' && PASSING.test(code)) return true;
  return typeof message === 'string' && BROKEN_CONNECTION.test(message);
}
