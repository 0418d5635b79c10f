import { compareDays, latestDay } from '../calendar/loose-days.js';
import type { RecordedLinkEvent } from './link.js';
import { restsOn, tiesOf, type Tied } from './rests-on.js';

/**
 * Facts in the order in which they happened; what happened on one day stays in the order of the log. Whatever its day,
 * a link begins with its proposal; and what was said of another fact, such as that a school is ready for a meeting,
 * means nothing before it and comes after it.
 * @param facts in the order of the log
 */
export function inOrderOfDays(facts: readonly RecordedLinkEvent[]): readonly RecordedLinkEvent[] {
  const placed: Placed[] = [];
  for (const fact of facts) {
    const ties = tiesOf(fact);
    const grounds = placed.filter((earlier) => restsOn({ fact, ties }, earlier)).map(({ day }) => day);
    const day = begins(fact) ? 'before-import' : latestDay([fact.occurredOn, ...grounds]);
    placed.push({ fact, ties, day: day ?? fact.occurredOn });
  }
  return placed.toSorted((x, y) => compareDays(x.day, y.day)).map(({ fact }) => fact);
}

interface Placed extends Tied {
  /** The day on which it counts. */
  readonly day: string;
}

const begins = ({ type }: RecordedLinkEvent) => type === 'InterestRecorded' || type === 'LinkProposed';
