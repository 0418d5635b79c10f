import { evolveProgramme, type Programme } from '@linking/domain/programme/programme.js';
import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import type { Queryable, StateTable } from '../projection.js';
import { projectStreams } from '../projection.js';

export type { Programme } from '@linking/domain/programme/programme.js';

const migrations = [
  {
    id: 'projections-040-programmes',
    sql: `
      create table programmes (
        slug           text primary key,
        code           text not null,
        name           text not null,
        year           text not null,
        la_codes       text[] not null,
        district_codes text[] not null,
        distance_limit_km float8,
        coordinators   jsonb not null,
        mailbox_id     uuid,
        revision       int not null
      );
      create index programmes_code on programmes (code);
    `,
  },
  {
    id: 'projections-041-proposed-programmes',
    sql: 'alter table programmes add column proposed boolean not null default false',
  },
  {
    id: 'projections-042-whole-programmes',
    sql: `
      alter table programmes drop column proposed;
      alter table programmes add column programme jsonb not null default '{}';
      comment on column programmes.programme is 'All that is known of it; the other columns are what queries ask for';
      truncate programmes;
      delete from checkpoints where consumer = 'programmes';
    `,
  },
  {
    // Nothing of this was ever said before, so nothing has to be read again.
    id: 'projections-043-years-of-programmes',
    sql: `update programmes set programme = '{"openedYears":[],"recruitment":[],"priorities":[]}'::jsonb || programme`,
  },
] as const;

interface Row {
  slug: string;
  programme: Programme;
}

const table: StateTable<Programme> = {
  async load(transaction, slugs) {
    const { rows } = await transaction.query<Row>(
      'select slug, programme from programmes where slug = any($1)',
      [slugs],
    );
    return new Map(rows.map(({ slug, programme }) => [slug, programme]));
  },

  async save(transaction, programmes) {
    for (const programme of programmes) {
      await transaction.query(
        `insert into programmes (slug, code, name, year, la_codes, district_codes, distance_limit_km, coordinators,
                                 mailbox_id, revision, programme)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (slug) do update
         set code = excluded.code, name = excluded.name, year = excluded.year, la_codes = excluded.la_codes,
             district_codes = excluded.district_codes, distance_limit_km = excluded.distance_limit_km,
             coordinators = excluded.coordinators, mailbox_id = excluded.mailbox_id, revision = excluded.revision,
             programme = excluded.programme`,
        [
          programme.slug,
          programme.code,
          programme.name,
          programme.year,
          programme.laCodes,
          programme.districtCodes,
          programme.distanceLimitKm ?? null,
          JSON.stringify(programme.coordinators),
          programme.mailboxId ?? null,
          programme.revision,
          JSON.stringify(programme),
        ],
      );
    }
  },
};

export const programmes = projectStreams<Programme, ProgrammeEvent>({
  name: 'programmes',
  prefix: 'programme-',
  migrations,
  fold: evolveProgramme,
  table,
});

/** Programmes the reader may see, by slug; the last item's slug goes into `after`. */
export async function listProgrammes(
  db: Queryable,
  query: { readonly programmes: 'all' | readonly string[]; readonly after?: string; readonly limit: number },
): Promise<readonly Programme[]> {
  const { rows } = await db.query<Row>(
    `select slug, programme from programmes where ($1::text[] is null or slug = any($1)) and ($2::text is null or slug > $2)
     order by slug limit $3`,
    [query.programmes === 'all' ? null : query.programmes, query.after ?? null, query.limit],
  );
  return rows.map(({ programme }) => programme);
}

export async function findProgramme(db: Queryable, slug: string): Promise<Programme | undefined> {
  const { rows } = await db.query<Row>('select slug, programme from programmes where slug = $1', [slug]);
  return rows[0]?.programme;
}
