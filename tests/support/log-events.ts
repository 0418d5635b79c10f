import { randomUUID } from 'node:crypto';
import type { NewEvent } from '@linking/events/envelope.js';

/** An event as a command of nobody in particular would write it. */
export function logEvent(type: string, data: unknown, more: Partial<NewEvent> = {}): NewEvent {
  const commandId = randomUUID();
  return {
    id: randomUUID(),
    type: `${type}.v1`,
    schema: 1,
    occurredOn: '2026-09-14',
    recordedAt: '2026-09-14T09:00:00.000Z',
    actor: 'user:00000000-0000-4000-8000-000000000001',
    channel: 'api',
    commandId,
    correlationId: commandId,
    data,
    ...more,
  };
}
