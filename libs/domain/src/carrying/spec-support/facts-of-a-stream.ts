import type { EventName } from '@linking/events/known-types.js';
import { storedType, type PresentEnvelope } from '@linking/events/upcasting/present-language.js';
import { carry } from '../carry.js';

export type Said = readonly [type: EventName, data: unknown];

/** The facts as they stand in a stream, recorded on 20 September 2026 with ids that end in their place, from 0 on. */
export function stream(name: string, facts: readonly Said[]): readonly PresentEnvelope[] {
  return facts.map(([type, data], index) => ({
    id: `00000000-0000-4000-8000-00000000000${index}`,
    stream: name,
    revision: index + 1,
    type: storedType(type),
    schema: 1,
    occurredOn: '2026-09-20',
    recordedAt: '2026-09-20T09:00:00.000Z',
    actor: 'user:1',
    channel: 'api',
    commandId: 'c',
    correlationId: 'c',
    data,
  }));
}

/** What the last of these facts asks of other streams. */
export function carryLast(name: string, facts: readonly Said[]) {
  const events = stream(name, facts);
  const last = events.at(-1);
  if (last === undefined) throw new Error('no events');
  return carry(last, events);
}
