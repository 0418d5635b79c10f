import {
  evolveSchool,
  type RecordedSchoolEvent,
  type SchoolByHand,
} from '@linking/domain/schools/by-hand.js';
import type { EventStore, StoredEvent } from '@linking/events/event-store.js';
import { schoolStream } from '@linking/events/streams.js';
import { recordedFacts, type RecordedFact } from '../../commands/recorded-facts.js';

export interface SchoolHistory {
  readonly school: SchoolByHand | undefined;
  readonly facts: readonly (RecordedSchoolEvent & RecordedFact)[];
  readonly stored: readonly StoredEvent[];
}

/** A school that was added by hand, as its own stream tells it. */
export async function readSchoolByHand(store: EventStore, key: string): Promise<SchoolHistory> {
  const stored = await store.readStream(schoolStream(key));
  const facts = recordedFacts<RecordedSchoolEvent & RecordedFact>(stored);
  const school = facts.reduce<SchoolByHand | undefined>(evolveSchool, undefined);
  return { school, facts, stored };
}
