import { randomUUID } from 'node:crypto';
import type { NewEvent } from '../envelope.js';
import { eventId } from '../event-ids.js';

/** An event as a command would make it; the same command id and index give the same event. */
export function sampleEvent(commandId: string, index: number, data: unknown = { step: index }): NewEvent {
  return {
    id: eventId(commandId, index),
    type: 'LinkProposed.v1',
    schema: 1,
    occurredOn: '2026-11-23',
    recordedAt: '2026-11-23T09:00:00.000Z',
    actor: 'worker:contract',
    channel: 'worker',
    commandId,
    correlationId: commandId,
    data,
  };
}

export function sampleEvents(count: number, commandId: string = randomUUID()): NewEvent[] {
  return Array.from({ length: count }, (_, index) => sampleEvent(commandId, index));
}
