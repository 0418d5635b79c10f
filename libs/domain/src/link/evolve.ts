import { applyFact } from './apply-fact.js';
import { mend, effectiveFacts, isMending } from './mend.js';
import { unknownLink, type Link, type RecordedLinkEvent } from './link.js';
import { milestones } from './stage.js';

/**
 * The link after one more event. Total: what does not fit is kept in the entries and changes nothing else.
 * A correction or a void folds everything anew, so that all that follows from the mended entry follows again.
 */
export function evolve(link: Link, event: RecordedLinkEvent): Link {
  const revision = Math.max(link.revision, event.revision);
  if (isMending(event)) {
    const entries = mend([...link.entries.map((entry) => entry.event), event]);
    return { ...effectiveFacts(entries).reduce(withFact, unknownLink), revision, entries };
  }
  return { ...withFact(link, event), revision, entries: [...link.entries, { event, voided: false }] };
}

export const foldLink = (events: readonly RecordedLinkEvent[]) => events.reduce(evolve, unknownLink);

/** The facts of a link after one more fact, with the milestones that it completes. */
export function withFact(link: Link, event: RecordedLinkEvent): Link {
  const next = applyFact(link, event);
  return { ...next, reached: milestones(next) };
}
