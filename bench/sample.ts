import { randomUUID } from 'node:crypto';
import type { NewEvent } from '../libs/events/src/envelope.js';

/** An event whose body in the log is about 1 kB. */
export function kilobyteEvent(): NewEvent {
  const id = randomUUID();
  return {
    id,
    type: 'MeetingNoted.v1',
    schema: 1,
    occurredOn: '2026-11-23',
    recordedAt: '2026-11-23T09:00:00.000Z',
    actor: `user:${id}`,
    channel: 'page',
    commandId: id,
    correlationId: id,
    data: { pupils: [28, 30], note: 'Both classes met at the museum. '.repeat(18) },
  };
}
