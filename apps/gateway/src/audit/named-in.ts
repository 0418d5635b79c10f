import type { ActivityLine } from '@linking/projections/link-history/link-history.js';
import { UUID_PART } from '../http/cursors.js';

/** Whom mails name beside a link's own entries: to whom they went, and who sent them. */
export function namedIn(correspondence: readonly ActivityLine[]) {
  return {
    people: correspondence.flatMap(({ data }) => recipientOf(data)),
    actors: correspondence.map(({ actor }) => actor),
  };
}

function recipientOf(data: unknown): readonly string[] {
  const id = typeof data === 'object' && data !== null && 'personId' in data ? data.personId : undefined;
  return typeof id === 'string' && UUID_PART.test(id) ? [id] : [];
}
