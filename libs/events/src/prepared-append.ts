import { canonicalJson } from './canonical-json.js';
import type { EventEnvelope, NewEvent } from './envelope.js';
import { CommandIdReused, EventTooLargeError } from './event-store-errors.js';
import { MAX_EVENT_BYTES, MAX_EVENTS_PER_APPEND } from './event-store.js';
import type { ExpectedRevision } from './event-store.js';

export interface PreparedEvent {
  readonly id: string;
  readonly type: string;
  readonly recordedAt: string;
  /** The very bytes that are kept. */
  readonly body: string;
}

/** An append that was checked and written out: the caller knows stream and revision, so the bytes are final. */
export interface PreparedAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** Revision of the last event before this append; 0 for `'no-stream'`. */
  readonly before: number;
  readonly events: readonly PreparedEvent[];
  readonly bytes: number;
}

/** Throws before anything is sent, so that one bad append cannot spoil the others of its group. */
export function prepareAppend(
  stream: string,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
): PreparedAppend {
  const before = expected === 'no-stream' ? 0 : expected;
  if (!Number.isSafeInteger(before) || before < 0) throw new RangeError(`${before} is not a revision`);
  if (events.length === 0) throw new RangeError(`An append to ${stream} needs at least one event`);
  if (events.length > MAX_EVENTS_PER_APPEND) {
    throw new EventTooLargeError(stream, events.length, MAX_EVENTS_PER_APPEND);
  }
  checkName('stream', stream);
  const ids = new Set<string>();
  let bytes = 0;
  const prepared = events.map((event, index) => {
    checkEvent(event);
    if (ids.has(event.id)) throw new CommandIdReused(stream, event.id);
    ids.add(event.id);
    const envelope: EventEnvelope = { ...event, stream, revision: before + index + 1 };
    const body = canonicalJson(envelope);
    const size = Buffer.byteLength(body);
    if (size > MAX_EVENT_BYTES) throw new EventTooLargeError(stream, size, MAX_EVENT_BYTES);
    bytes += size;
    return { id: event.id, type: event.type, recordedAt: event.recordedAt, body };
  });
  return { stream, expected, before, events: prepared, bytes };
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u001f\u007f]/;
const MAX_NAME_BYTES = 500;

function checkEvent(event: NewEvent): void {
  if (!UUID.test(event.id))
    throw new TypeError(`${event.id} is not an event id: a UUID in small letters is needed`);
  checkName('type', event.type);
  if (!INSTANT.test(event.recordedAt) || !isDay(event.recordedAt)) {
    throw new TypeError(`${event.recordedAt} is not an instant such as 2026-11-23T09:00:00.000Z`);
  }
}

/** `Date` takes 30 February for 2 March; the database refuses it. */
function isDay(instant: string): boolean {
  return new Date(instant).getUTCDate() === Number(instant.slice(8, 10));
}

function checkName(what: string, name: string): void {
  if (name === '' || CONTROL.test(name) || Buffer.byteLength(name) > MAX_NAME_BYTES) {
    throw new TypeError(`A ${what} name needs 1 to ${MAX_NAME_BYTES} bytes without control characters`);
  }
}
