import { firstYearOf } from '@linking/domain/calendar/academic-year.js';
import { academicYearOfDay } from '@linking/domain/calendar/school-calendar.js';
import type { EventStore } from '@linking/events/event-store.js';
import { linkStream } from '@linking/events/streams.js';
import { readProgramme } from '../programmes/read-programme.js';

const PAGE = 2_000;

/**
 * References of a programme's links of the academic year of a day and of the next one, from the log alone: a rule that
 * is turned on may ask for mails about a link that never had one.
 */
export const linksOfProgramme =
  (store: Pick<EventStore, 'readAll' | 'readStream'>) =>
  async (slug: string, day: string): Promise<readonly string[]> => {
    const programme = await readProgramme(store, slug);
    if (programme === undefined) return [];
    const year = firstYearOf(academicYearOfDay(day));
    const prefixes = [year, year + 1].map((first) => linkStream(`${programme.code}-${first}-`));
    const streams = new Set<string>();
    for (let after: string | null = null; ;) {
      const page = await store.readAll({ after, prefixes, limit: PAGE });
      for (const { envelope } of page.events) streams.add(envelope.stream);
      if (page.checkpoint === after) break;
      after = page.checkpoint;
    }
    return [...streams].map((stream) => stream.slice(linkStream('').length)).toSorted();
  };
