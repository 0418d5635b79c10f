import type { EventStore } from '@linking/events/event-store.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import type { Queryable } from '@linking/projections/projection.js';
import { readProgramme } from '../programmes/read-programme.js';
import { AccountRefused } from './access-errors.js';

/** Throws AccountRefused for a programme that has not joined, and names those that have. */
export async function checkProgrammes(
  db: Queryable,
  store: EventStore,
  slugs: readonly string[],
): Promise<void> {
  for (const slug of slugs) {
    if ((await readProgramme(store, slug)) !== undefined) continue;
    const known = await listProgrammes(db, { programmes: 'all', limit: 100 });
    const onward =
      known.length === 0
        ? 'No programme has joined yet: add it first.'
        : `The programmes are ${known.map((one) => one.slug).join(', ')}.`;
    throw new AccountRefused('PROGRAMME_UNKNOWN', 'programme', `There is no programme ${slug}. ${onward}`);
  }
}
