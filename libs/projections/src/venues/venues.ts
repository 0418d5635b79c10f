import type { VenueEvent, VenueEventData } from '@linking/events/venue/venue-events.js';
import type { Queryable, StateTable } from '../projection.js';
import { projectStreams } from '../projection.js';

/** A place where links meet. Its name is a note: `nameId`. */
export type Venue = VenueEventData['VenueAdded'] & {
  readonly revision: number;
  /** The days on which the people there were briefed, in their order. */
  readonly briefings: readonly string[];
};

export function foldVenue(
  venue: Venue | undefined,
  event: VenueEvent,
  { revision }: { readonly revision: number },
): Venue | undefined {
  switch (event.type) {
    case 'VenueAdded':
      return venue ?? { ...event.data, revision, briefings: [] };
    case 'VenueBriefed':
      return venue && { ...venue, revision, briefings: [...venue.briefings, event.data.on].toSorted() };
    case 'VenueBriefingVoided':
      return venue && { ...venue, revision, briefings: venue.briefings.filter((on) => on !== event.data.on) };
  }
}

const migrations = [
  {
    id: 'projections-030-venues',
    sql: `
      create table venues (
        venue_id      uuid primary key,
        programme     text not null,
        name_id       uuid not null,
        postcode      text not null,
        links_at_once int not null,
        contact_id    uuid,
        activities    text[] not null,
        revision      int not null
      );
      create index venues_list on venues (programme, venue_id);
    `,
  },
  {
    // No venue had an address before, so nothing has to be read again.
    id: 'projections-031-venue-email',
    sql: 'alter table venues add column email_id uuid',
  },
  {
    id: 'projections-032-briefed-venues',
    sql: `alter table venues add column briefings text[] not null default '{}'`,
  },
] as const;

interface Row {
  venue_id: string;
  programme: string;
  name_id: string;
  postcode: string;
  links_at_once: number;
  contact_id: string | null;
  email_id: string | null;
  activities: string[];
  briefings: string[];
  revision: number;
}

const toVenue = (row: Row): Venue => ({
  venueId: row.venue_id,
  programme: row.programme,
  nameId: row.name_id,
  postcode: row.postcode,
  linksAtOnce: row.links_at_once,
  ...(row.contact_id === null ? {} : { contactId: row.contact_id }),
  ...(row.email_id === null ? {} : { emailId: row.email_id }),
  activities: row.activities,
  briefings: row.briefings,
  revision: row.revision,
});

const table: StateTable<Venue> = {
  async load(transaction, ids) {
    const { rows } = await transaction.query<Row>('select * from venues where venue_id = any($1)', [ids]);
    return new Map(rows.map((row) => [row.venue_id, toVenue(row)]));
  },

  async save(transaction, venues) {
    for (const venue of venues) {
      await transaction.query(
        `insert into venues (venue_id, programme, name_id, postcode, links_at_once, contact_id, email_id,
                             activities, revision, briefings)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (venue_id) do update
         set programme = excluded.programme, name_id = excluded.name_id, postcode = excluded.postcode,
             links_at_once = excluded.links_at_once, contact_id = excluded.contact_id,
             email_id = excluded.email_id, activities = excluded.activities, revision = excluded.revision,
             briefings = excluded.briefings`,
        [
          venue.venueId,
          venue.programme,
          venue.nameId,
          venue.postcode,
          venue.linksAtOnce,
          venue.contactId ?? null,
          venue.emailId ?? null,
          venue.activities,
          venue.revision,
          venue.briefings,
        ],
      );
    }
  },
};

export const venues = projectStreams({
  name: 'venues',
  prefix: 'venue-',
  migrations,
  fold: foldVenue,
  table,
});

/** Venues of the programmes the reader may see; the last item's id goes into `after`. */
export async function listVenues(
  db: Queryable,
  query: { readonly programmes: 'all' | readonly string[]; readonly after?: string; readonly limit: number },
): Promise<readonly Venue[]> {
  const { rows } = await db.query<Row>(
    `select * from venues
     where ($1::text[] is null or programme = any($1)) and ($2::uuid is null or venue_id > $2)
     order by venue_id limit $3`,
    [query.programmes === 'all' ? null : query.programmes, query.after ?? null, query.limit],
  );
  return rows.map(toVenue);
}
