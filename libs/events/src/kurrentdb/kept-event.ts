import type { BinaryEventData, RecordedEvent } from '@kurrent/kurrentdb-client';
import type { EventEnvelope } from '../envelope.js';
import type { StoredEvent } from '../event-store.js';
import type { PreparedEvent } from '../prepared-append.js';
import { positionText } from './positions.js';

/** An event as it was read, with the mark of the attempt that wrote it. */
export interface KeptEvent extends StoredEvent {
  readonly id: string;
  readonly mark: string | undefined;
}

/**
 * The bytes as they are: the client's JSON events would be parsed and written anew, its binary ones are not touched.
 * The mark tells an attempt that wrote from one that only found the same ids there.
 */
export function eventData({ id, type, body }: PreparedEvent, mark: string): BinaryEventData {
  const metadata = { mark, data: 'application/json' };
  return { id, type, contentType: 'application/octet-stream', data: Buffer.from(body), metadata };
}

export function keptEvent(recorded: RecordedEvent): KeptEvent {
  const { id, streamId, revision, position, metadata } = recorded;
  if (!position) throw new Error('The server gives events no position: KurrentDB 22.6 or later is needed');
  if (!(recorded.data instanceof Uint8Array))
    throw new Error(`Event ${revision} of stream ${streamId} was not written by this service`);
  const body = Buffer.from(recorded.data).toString('utf8');
  return {
    id,
    mark: markOf(metadata),
    position: positionText(position),
    envelope: JSON.parse(body) as EventEnvelope,
    body,
  };
}

export function storedEvent({ position, envelope, body }: StoredEvent): StoredEvent {
  return { position, envelope, body };
}

function markOf(metadata: unknown): string | undefined {
  if (typeof metadata !== 'object' || metadata === null || !('mark' in metadata)) return undefined;
  return typeof metadata.mark === 'string' ? metadata.mark : undefined;
}
