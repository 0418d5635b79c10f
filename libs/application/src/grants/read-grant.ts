import { evolveGrant, type Grant } from '@linking/domain/grant/grant.js';
import type { StoredEvent, StreamReader } from '@linking/events/event-store.js';
import type { GrantEvent } from '@linking/events/grant/grant-events.js';
import { grantStream } from '@linking/events/streams.js';
import { recordedFacts, type RecordedFact } from '../commands/recorded-facts.js';

export interface GrantHistory {
  readonly grant: Grant | undefined;
  readonly facts: readonly (GrantEvent & RecordedFact)[];
  readonly stored: readonly StoredEvent[];
}

/** A grant as its own stream tells it. */
export async function readGrant(store: StreamReader, id: string): Promise<GrantHistory> {
  const stored = await store.readStream(grantStream(id));
  const facts = recordedFacts<GrantEvent & RecordedFact>(stored);
  const grant = facts.reduce<Grant | undefined>((known, fact) => evolveGrant(known, fact, fact), undefined);
  return { grant, facts, stored };
}
