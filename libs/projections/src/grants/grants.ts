import { evolveGrant, type Grant } from '@linking/domain/grant/grant.js';
import type { GrantEvent } from '@linking/events/grant/grant-events.js';
import type { Queryable, StateTable } from '../projection.js';
import { projectStreams } from '../projection.js';

const migrations = [
  {
    id: 'projections-070-grants',
    sql: `
      create table grants (
        grant_id   uuid primary key,
        kind       text not null,
        until_day  text not null,
        programmes text[],
        state      jsonb not null
      );
      comment on column grants.programmes is 'Empty for a grant that pays for all';
      create index grants_list on grants (until_day, grant_id);
    `,
  },
] as const;

const table: StateTable<Grant> = {
  async load(transaction, ids) {
    const { rows } = await transaction.query<{ state: Grant }>(
      'select state from grants where grant_id = any($1)',
      [ids],
    );
    return new Map(rows.map(({ state }) => [state.grantId, state]));
  },

  async save(transaction, grants) {
    for (const grant of grants) {
      await transaction.query(
        `insert into grants (grant_id, kind, until_day, programmes, state) values ($1, $2, $3, $4, $5)
         on conflict (grant_id) do update
         set kind = excluded.kind, until_day = excluded.until_day, programmes = excluded.programmes,
             state = excluded.state`,
        [
          grant.grantId,
          grant.kind,
          grant.ended?.on ?? grant.until,
          grant.programmes === 'all' ? null : grant.programmes,
          JSON.stringify(grant),
        ],
      );
    }
  },
};

export const grants = projectStreams<Grant, GrantEvent>({
  name: 'grants',
  prefix: 'grant-',
  migrations,
  fold: evolveGrant,
  table,
});

/** Grants that pay for one of these programmes, the one that ends last on top; its end and id go into `after`. */
export async function listGrants(
  db: Queryable,
  query: {
    readonly programmes: readonly string[];
    readonly after?: { readonly until: string; readonly grantId: string };
    readonly limit: number;
  },
): Promise<readonly Grant[]> {
  const { rows } = await db.query<{ state: Grant }>(
    `select state from grants
     where cardinality($1::text[]) > 0 and (programmes is null or programmes && $1)
       and ($2::text is null or (until_day, grant_id) < ($2, $3::uuid))
     order by until_day desc, grant_id desc limit $4`,
    [query.programmes, query.after?.until ?? null, query.after?.grantId ?? null, query.limit],
  );
  return rows.map(({ state }) => state);
}
