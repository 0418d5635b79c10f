import type { StoredEvent, StreamReader } from '@linking/events/event-store.js';
import { trainingStream } from '@linking/events/streams.js';
import {
  evolveSession,
  unknownSession,
  type RecordedTrainingEvent,
  type Session,
} from '@linking/domain/training/session.js';
import { recordedFacts, type RecordedFact } from '../commands/recorded-facts.js';

export interface SessionHistory {
  readonly stored: readonly StoredEvent[];
  readonly facts: readonly (RecordedTrainingEvent & RecordedFact)[];
  readonly session: Session;
}

/** A session as its own stream tells it; one that nobody planned is unknown (revision 0). */
export async function readSession(store: StreamReader, id: string): Promise<SessionHistory> {
  const stored = await store.readStream(trainingStream(id));
  const facts = recordedFacts<RecordedTrainingEvent & RecordedFact>(stored);
  return { stored, facts, session: facts.reduce(evolveSession, unknownSession) };
}
