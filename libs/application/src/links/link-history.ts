import type { EventStore, StoredEvent } from '@linking/events/event-store.js';
import { linkStream } from '@linking/events/streams.js';
import { evolve } from '@linking/domain/link/evolve.js';
import { unknownLink, type Link, type RecordedLinkEvent } from '@linking/domain/link/link.js';
import { NotFound } from '../accounts/access-errors.js';
import { recordedFacts, type RecordedFact } from '../commands/recorded-facts.js';
import { inItsYear } from '../programmes/in-its-year.js';
import { readProgramme } from '../programmes/read-programme.js';

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
  const history = historyOf(stored);
  return { ...history, link: await inItsYear(history.link, (slug) => readProgramme(store, slug)) };
}

type Folded = Omit<LinkHistory, 'stored'>;

/** By the last event: a store that hands out the very same events again has them folded once. */
const folded = new WeakMap<StoredEvent, Folded>();

/** The link that these events of its stream tell of; none of them, and it is the unknown one. */
export function historyOf(stored: readonly StoredEvent[]): LinkHistory {
  const last = stored.at(-1);
  if (last === undefined) return { stored, facts: [], link: unknownLink };
  const from = stored.findLastIndex((event) => folded.has(event));
  const known = folded.get(stored[from] ?? last) ?? { facts: [], link: unknownLink };
  const news = recordedFacts<LinkFact>(stored.slice(from + 1));
  const history = { facts: [...known.facts, ...news], link: news.reduce(evolve, known.link) };
  folded.set(last, history);
  return { stored, ...history };
}
