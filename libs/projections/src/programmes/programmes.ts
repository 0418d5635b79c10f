import type { ProgrammeEvent, ProgrammeEventData } from '@linking/events/programme/programme-events.js';
import type { Queryable, StateTable } from '../projection.js';
import { projectStreams } from '../projection.js';

export type Programme = ProgrammeEventData['ProgrammeJoined'] & {
  readonly revision: number;
  /** Until it has joined. */
  readonly proposed?: true;
  readonly coordinators: readonly { readonly userId: string; readonly from: string }[];
  /** Key of the mailbox's address, which is kept outside the log. */
  readonly mailboxId?: string;
};

export function foldProgramme(
  programme: Programme | undefined,
  event: ProgrammeEvent,
  { revision }: { readonly revision: number },
): Programme | undefined {
  if (event.type === 'ProgrammeProposed') {
    return programme ?? { coordinators: [], ...event.data, proposed: true, revision };
  }
  if (event.type === 'ProgrammeJoined') {
    const { proposed: _, ...before } = programme ?? {};
    return { coordinators: [], ...before, ...event.data, revision };
  }
  if (programme === undefined) return undefined;
  switch (event.type) {
    case 'CoordinatorAppointed': {
      const others = programme.coordinators.filter(({ userId }) => userId !== event.data.userId);
      return { ...programme, revision, coordinators: [...others, event.data] };
    }
    case 'MailboxSet':
      return { ...programme, revision, mailboxId: event.data.mailboxId };
  }
}

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
] as const;

interface Row {
  slug: string;
  code: string;
  name: string;
  year: string;
  la_codes: string[];
  district_codes: string[];
  distance_limit_km: number | null;
  coordinators: Programme['coordinators'];
  mailbox_id: string | null;
  proposed: boolean;
  revision: number;
}

const toProgramme = (row: Row): Programme => ({
  slug: row.slug,
  code: row.code,
  name: row.name,
  year: row.year,
  laCodes: row.la_codes,
  districtCodes: row.district_codes,
  ...(row.distance_limit_km === null ? {} : { distanceLimitKm: row.distance_limit_km }),
  coordinators: row.coordinators,
  ...(row.mailbox_id === null ? {} : { mailboxId: row.mailbox_id }),
  ...(row.proposed ? { proposed: true } : {}),
  revision: row.revision,
});

const table: StateTable<Programme> = {
  async load(transaction, slugs) {
    const { rows } = await transaction.query<Row>('select * from programmes where slug = any($1)', [slugs]);
    return new Map(rows.map((row) => [row.slug, toProgramme(row)]));
  },

  async save(transaction, programmes) {
    for (const programme of programmes) {
      await transaction.query(
        `insert into programmes (slug, code, name, year, la_codes, district_codes, distance_limit_km, coordinators,
                                 mailbox_id, revision, proposed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (slug) do update
         set code = excluded.code, name = excluded.name, year = excluded.year, la_codes = excluded.la_codes,
             district_codes = excluded.district_codes, distance_limit_km = excluded.distance_limit_km,
             coordinators = excluded.coordinators, mailbox_id = excluded.mailbox_id, revision = excluded.revision,
             proposed = excluded.proposed`,
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
          programme.proposed === true,
        ],
      );
    }
  },
};

export const programmes = projectStreams({
  name: 'programmes',
  prefix: 'programme-',
  migrations,
  fold: foldProgramme,
  table,
});

/** Programmes the reader may see, by slug; the last item's slug goes into `after`. */
export async function listProgrammes(
  db: Queryable,
  query: { readonly programmes: 'all' | readonly string[]; readonly after?: string; readonly limit: number },
): Promise<readonly Programme[]> {
  const { rows } = await db.query<Row>(
    `select * from programmes where ($1::text[] is null or slug = any($1)) and ($2::text is null or slug > $2)
     order by slug limit $3`,
    [query.programmes === 'all' ? null : query.programmes, query.after ?? null, query.limit],
  );
  return rows.map(toProgramme);
}

export async function findProgramme(db: Queryable, slug: string): Promise<Programme | undefined> {
  const { rows } = await db.query<Row>('select * from programmes where slug = $1', [slug]);
  return rows[0] === undefined ? undefined : toProgramme(rows[0]);
}
