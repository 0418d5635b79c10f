import type { Queryable } from '@linking/projections/projection.js';
import type { Venue } from '@linking/projections/venues/venues.js';
import { notesById } from '../notes/notes.js';

/** A venue as people read it. */
export interface VenueDetails {
  readonly id: string;
  readonly revision: number;
  readonly programme: string;
  readonly name: string;
  readonly postcode: string;
  readonly linksAtOnce: number;
  readonly contact?: string;
  readonly email?: string;
  readonly activities: readonly string[];
  /** The last day on which the people there were briefed; absent while nobody did. */
  readonly briefedOn?: string;
}

/** The venues with their names and contacts, in the same order. */
export async function venueDetails(
  db: Queryable,
  venues: readonly Venue[],
): Promise<readonly VenueDetails[]> {
  const words = await notesById(
    db,
    venues.flatMap(({ nameId, contactId, emailId }) => [nameId, contactId, emailId]),
  );
  return venues.map(({ venueId, nameId, contactId, emailId, briefings, ...venue }) => {
    const briefedOn = briefings.at(-1);
    const contact = words.get(contactId ?? '');
    const email = words.get(emailId ?? '');
    return {
      ...venue,
      id: venueId,
      name: words.get(nameId) ?? `Venue at ${venue.postcode}`,
      ...(contact === undefined ? {} : { contact }),
      ...(email === undefined ? {} : { email }),
      ...(briefedOn === undefined ? {} : { briefedOn }),
    };
  });
}

/** Names of venues by id, as the read model knows them. */
export async function venueNames(
  db: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<{ id: string; name: string }>(
    `select v.venue_id as id, n.text as name from venues v join notes n on n.id = v.name_id
     where v.venue_id = any($1::uuid[]) and n.erased_at is null`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
