import type { StoredEvent, StreamReader } from '@linking/events/event-store.js';
import { interestStream } from '@linking/events/streams.js';
import {
  evolveInterest,
  unknownInterest,
  type Interest,
  type RecordedInterestEvent,
} from '@linking/domain/interest/interest.js';
import { NotFound } from '../accounts/access-errors.js';
import { covers, type Scope } from '../accounts/scope.js';
import { recordedFacts, type RecordedFact } from '../commands/recorded-facts.js';

export interface InterestHistory {
  readonly stored: readonly StoredEvent[];
  readonly facts: readonly (RecordedInterestEvent & RecordedFact)[];
  readonly interest: Interest;
}

/** An interest as its own stream tells it; one that nobody recorded is unknown (revision 0). */
export async function readInterest(store: StreamReader, id: string): Promise<InterestHistory> {
  const stored = await store.readStream(interestStream(id));
  const facts = recordedFacts<RecordedInterestEvent & RecordedFact>(stored);
  return { stored, facts, interest: facts.reduce(evolveInterest, unknownInterest) };
}

/** As {@link readInterest}, for one who may read it: also a programme that handed it over. Throws NotFound. */
export async function seenInterest(store: StreamReader, id: string, scope: Scope): Promise<InterestHistory> {
  const history = await readInterest(store, id);
  const { revision, programme, handedOverBy } = history.interest;
  if (revision === 0 || ![programme, ...handedOverBy].some((slug) => covers(scope, slug)))
    throw new NotFound();
  return history;
}
