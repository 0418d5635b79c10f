import { derivedId } from '@linking/events/event-ids.js';

// RFC 9562 namespace of our own, drawn once.
const OPENINGS = '0c8f7a35-52a4-4f5b-9a0e-6d2b5c3e9f14';

/**
 * The command that takes one thing over into a year. It is the same whoever sends it and however often, so that going
 * on after a break doubles nothing.
 * @param what the URN of a school or the id of a session
 */
export const takingOver = (slug: string, year: string, what: string): string =>
  derivedId(OPENINGS, `${slug} ${year} ${what}`);
