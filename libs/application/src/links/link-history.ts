import type { EventStore, StoredEvent } from '@linking/events/event-store.js';
import { linkStream } from '@linking/events/streams.js';
import { foldLink } from '@linking/domain/link/evolve.js';
import type { Link, RecordedLinkEvent } from '@linking/domain/link/link.js';
import { NotFound } from '../accounts/access-errors.js';
import { recordedFacts, type RecordedFact } from '../commands/recorded-facts.js';

export type LinkFact = RecordedLinkEvent & Pick<RecordedFact, 'commandId'>;

/** A link as its own stream tells it. */
export interface LinkHistory {
  readonly stored: readonly StoredEvent[];
  readonly facts: readonly LinkFact[];
  readonly link: Link;
}

/** Reads a link from the log. Throws NotFound when there is none. */
export async function readLink(store: EventStore, ref: string): Promise<LinkHistory> {
  const stored = await store.readStream(linkStream(ref));
  if (stored.length === 0) throw new NotFound();
  const facts = recordedFacts<LinkFact>(stored);
  return { stored, facts, link: foldLink(facts) };
}
