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

/** An interest of one class, which the waiting list shows. */
export const interestReceived = (id: string) =>
  logEvent('InterestReceived', {
    interestId: id,
    programme: 'bradford',
    year: '2026-27',
    urn: '900001',
    headId: '00000000-0000-4000-8000-00000000000a',
    channel: 'phone',
    expressedOn: '2026-05-04',
    priorities: [],
    classes: [{ classId: id, yearGroups: [4], pupilCount: 28, placeholder: false, teachers: [] }],
  });
