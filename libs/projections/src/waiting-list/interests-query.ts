import type { ClassStatus, Interest } from '@linking/domain/interest/interest.js';
import type { Queryable } from '../projection.js';

export interface InterestsQuery {
  /** Slugs the reader may see. */
  readonly programmes: 'all' | readonly string[];
  readonly year?: string;
  /** `waiting` while any class of the interest waits. */
  readonly status?: ClassStatus;
  readonly after?: { readonly expressedOn: string; readonly id: string };
  readonly limit: number;
}

/** Interests by the day the school asked; the last one's `expressedOn` and `id` go into `after`. */
export async function listInterests(db: Queryable, query: InterestsQuery): Promise<readonly Interest[]> {
  const { rows } = await db.query<{ state: Interest }>(
    `with found as (
       select interest_id, min(expressed_on) as expressed_on,
              case when bool_or(status = 'waiting') then 'waiting'
                   when bool_or(status = 'paired') then 'paired' else min(status) end as status
       from waiting_classes
       where ($1::text[] is null or programme = any($1)) and ($2::text is null or year = $2)
       group by interest_id)
     select state from found join waiting_interests using (interest_id)
     where ($3::text is null or status = $3)
       and ($4::text is null or (expressed_on, interest_id) > ($4, $5::uuid))
     order by expressed_on, interest_id limit $6`,
    [
      query.programmes === 'all' ? null : query.programmes,
      query.year ?? null,
      query.status ?? null,
      query.after?.expressedOn ?? null,
      query.after?.id ?? null,
      query.limit,
    ],
  );
  return rows.map(({ state }) => state);
}

export interface WaitingInProgramme {
  readonly programme: string;
  readonly classes: number;
  /** The day on which the first of them asked. */
  readonly since: string;
  readonly urns: readonly string[];
}

/** The classes of a year, or of a later one, that have no partner yet: of a year that is over nobody waits. */
export async function waitingByProgramme(
  db: Queryable,
  query: { readonly programmes: 'all' | readonly string[]; readonly fromYear: string },
): Promise<readonly WaitingInProgramme[]> {
  const { rows } = await db.query<WaitingInProgramme>(
    `select w.programme, count(*)::int as classes, min(w.expressed_on) as since,
            array_agg(w.urn order by w.expressed_on, w.class_id) as urns
     from waiting_classes w join programmes p on p.slug = w.programme
     where w.status = 'waiting' and w.year >= $2 and ($1::text[] is null or w.programme = any($1))
     group by w.programme order by w.programme`,
    [query.programmes === 'all' ? null : query.programmes, query.fromYear],
  );
  return rows;
}

/** Ids of the interests of these schools that have a class waiting or in a link in that year. */
export async function openInterestsOf(
  db: Queryable,
  query: { readonly urns: readonly string[]; readonly year: string },
): Promise<readonly string[]> {
  const { rows } = await db.query<{ interest_id: string }>(
    `select distinct interest_id from waiting_classes
     where urn = any($1) and year = $2 and status in ('waiting', 'paired')`,
    [query.urns, query.year],
  );
  return rows.map((row) => row.interest_id);
}

export interface Unplaced {
  readonly interests: number;
  /** The day on which the first of them asked. */
  readonly since: string;
  readonly urns: readonly string[];
}

/** How many interests no programme has; undefined when there is none. */
export async function unplacedInterests(db: Queryable): Promise<Unplaced | undefined> {
  const { rows } = await db.query<Unplaced>(
    `select count(distinct interest_id)::int as interests, min(expressed_on) as since,
            array_agg(urn order by expressed_on, interest_id) as urns
     from waiting_classes where programme = '' and status = 'waiting' having count(*) > 0`,
  );
  return rows[0];
}

/** What no programme has, the one that asked first on top: for whoever sees every programme. */
export async function listUnplaced(db: Queryable): Promise<readonly Interest[]> {
  const { rows } = await db.query<{ state: Interest }>(
    `select state from waiting_interests
     where state->>'programme' = '' and exists (
       select from waiting_classes c where c.interest_id = waiting_interests.interest_id and c.status = 'waiting')
     order by state->>'expressedOn', interest_id`,
  );
  return rows.map(({ state }) => state);
}
