import type { Link } from '@linking/domain/link/link.js';
import { calendarOf, programmeYearOf } from '@linking/domain/programme/programme-year.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import type { StreamReader } from '@linking/events/event-store.js';
import { once } from '../once.js';
import { readProgramme } from './read-programme.js';

/** A programme as its own stream tells it, or `undefined`. */
export type ProgrammeOf = (slug: string) => Promise<Programme | undefined>;

/** Each programme as it stands now, read once for all that is asked of it at this moment. */
export const programmesOnce = (store: StreamReader): ProgrammeOf =>
  once((slug) => readProgramme(store, slug));

/** The link with how its programme's year runs: the one place where a link that was read from the log gets it. */
export async function inItsYear(link: Link, programmeOf: ProgrammeOf): Promise<Link> {
  if (link.programme === '') return link;
  const programme = await programmeOf(link.programme);
  const partner = link.partnerProgramme === undefined ? undefined : await programmeOf(link.partnerProgramme);
  const programmeYear = programme === undefined ? undefined : programmeYearOf(programme, link);
  return {
    ...link,
    ...(programmeYear === undefined ? {} : { programmeYear }),
    ...(partner === undefined ? {} : { partnerCalendar: calendarOf(partner, link.year) }),
  };
}
