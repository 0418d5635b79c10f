import type { Link } from '@linking/domain/link/link.js';
import { programmeYearOf } from '@linking/domain/programme/programme-year.js';
import type { EventStore } from '@linking/events/event-store.js';
import { readProgramme } from './read-programme.js';

/** The link with how its programme's year runs: the one place where a link that was read from the log gets it. */
export async function inItsYear(store: EventStore, link: Link): Promise<Link> {
  if (link.programme === '') return link;
  const programme = await readProgramme(store, link.programme);
  const programmeYear = programme === undefined ? undefined : programmeYearOf(programme, link);
  return programmeYear === undefined ? link : { ...link, programmeYear };
}
