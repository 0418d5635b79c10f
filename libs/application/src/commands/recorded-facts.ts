import type { StoredEvent } from '@linking/events/event-store.js';
import { eventName, inPresentLanguage } from '@linking/events/upcasting/present-language.js';

/** A stored event as the domain reads it: its name without version beside what the log knows of it. */
export interface RecordedFact {
  readonly type: string;
  readonly data: unknown;
  readonly id: string;
  readonly revision: number;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly commandId: string;
}

export function recordedFact(stored: StoredEvent): RecordedFact {
  const { envelope } = inPresentLanguage(stored);
  const { id, revision, occurredOn, recordedAt, actor, commandId, data } = envelope;
  return { type: eventName(envelope.type), data, id, revision, occurredOn, recordedAt, actor, commandId };
}

/** The facts of a stream, as the union that its name's prefix stands for: they were checked when they were written. */
export const recordedFacts = <Fact>(events: readonly StoredEvent[]) =>
  events.map(recordedFact) as unknown as readonly Fact[];
