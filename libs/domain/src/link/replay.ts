import { londonDay, utcInstant } from '../calendar/london.js';
import { isAfter } from '../calendar/loose-days.js';
import { evolve, foldLink, withFact } from './evolve.js';
import { inOrderOfDays } from './in-order-of-days.js';
import { effectiveFacts, mend } from './mend.js';
import { unknownLink, type Link, type RecordedLinkEvent } from './link.js';

/** `known-then`: what the log said on that day; `known-now`: what we know today had happened by that day. */
export type ReplayClock = 'known-then' | 'known-now';

/** The link as it stood after its first `revision` events. */
export const linkAtRevision = (events: readonly RecordedLinkEvent[], revision: number): Link =>
  foldLink(events.filter((event) => event.revision <= revision));

/** The link as it was known at an instant: events recorded by then, in the order of the log. */
export function linkKnownThen(events: readonly RecordedLinkEvent[], instant: string): Link {
  const then = utcInstant(instant);
  return foldLink(events.filter((event) => event.recordedAt <= then));
}

/**
 * The link as we know today that it was on a day: facts that had occurred by then, in the order in which they
 * occurred, with corrections and voids of any date applied to the entries they mend.
 */
export function linkKnownNow(events: readonly RecordedLinkEvent[], day: string): Link {
  const entries = mend(events);
  const facts = inOrderOfDays(effectiveFacts(entries).filter((fact) => !isAfter(fact.occurredOn, day)));
  const revision = facts.reduce((highest, fact) => Math.max(highest, fact.revision), 0);
  const included = new Set(facts.map((fact) => fact.id));
  return {
    ...facts.reduce(withFact, unknownLink),
    revision,
    // What was corrected on an entry stands beside it.
    entries: entries.filter(({ event }) =>
      included.has(event.type === 'EntryCorrected' ? event.data.correctsEventId : event.id),
    ),
  };
}

/** Every state of the link, one a revision, from the first event on. */
export function* replay(events: readonly RecordedLinkEvent[]): Generator<Link> {
  let link = unknownLink;
  for (const event of events) yield (link = evolve(link, event));
}

/** The London day of an `asAt` that is either a day or an instant. */
export const dayOf = (asAt: string) => (asAt.includes('T') ? londonDay(asAt) : asAt);
