import type { EventStore } from '@linking/events/event-store.js';
import type { Queryable } from '@linking/projections/projection.js';

const PAGE = 2_000;
const LINK = 'link-';
const CORRESPONDENCE = 'correspondence-';

/** Whatever the log or the mails table have mails about, in order: references of links, names of other streams. */
export async function subjectsOfMails(store: EventStore, db: Queryable): Promise<readonly string[]> {
  const subjects = new Set<string>();
  const prefixes = [LINK, 'interest-', 'training-', 'grant-', CORRESPONDENCE];
  for (let after: string | null = null; ;) {
    const page = await store.readAll({ after, prefixes, limit: PAGE });
    for (const { envelope } of page.events) subjects.add(subjectOf(envelope.stream));
    if (page.checkpoint === after) break;
    after = page.checkpoint;
  }
  const { rows } = await db.query<{ subject: string }>('select distinct subject from mails');
  for (const { subject } of rows) subjects.add(subject);
  return [...subjects].toSorted();
}

function subjectOf(stream: string): string {
  const prefix = [LINK, CORRESPONDENCE].find((it) => stream.startsWith(it)) ?? '';
  return stream.slice(prefix.length);
}
