import type { Queryable, StateTable } from '../projection.js';
import { projectStreams } from '../projection.js';
import { foldWaitingList } from './waiting-list.js';
import type { WaitingClass, WaitingInterest, WaitingStatus } from './waiting-list.js';

const migrations = [
  {
    id: 'projections-010-waiting-list',
    sql: `
      create table waiting_classes (
        interest_id   uuid not null,
        class_id      uuid not null,
        programme     text not null,
        year          text not null,
        urn           text not null,
        expressed_on  text not null,
        revision      int not null,
        place         int not null,
        class_name_id uuid,
        year_groups   int[] not null,
        pupil_count   int not null,
        placeholder   boolean not null,
        status        text not null,
        link_ref      text,
        primary key (interest_id, class_id)
      );
      create index waiting_classes_list on waiting_classes (programme, year, status, expressed_on, class_id);
    `,
  },
] as const;

interface Row {
  interest_id: string;
  class_id: string;
  programme: string;
  year: string;
  urn: string;
  expressed_on: string;
  revision: number;
  class_name_id: string | null;
  year_groups: number[];
  pupil_count: number;
  placeholder: boolean;
  status: WaitingStatus;
  link_ref: string | null;
}

const toClass = (row: Row): WaitingClass => ({
  classId: row.class_id,
  ...(row.class_name_id === null ? {} : { classNameId: row.class_name_id }),
  yearGroups: row.year_groups,
  pupilCount: row.pupil_count,
  placeholder: row.placeholder,
  status: row.status,
  ...(row.link_ref === null ? {} : { linkRef: row.link_ref }),
});

const toInterest = (row: Row): Omit<WaitingInterest, 'classes'> => ({
  interestId: row.interest_id,
  programme: row.programme,
  year: row.year,
  urn: row.urn,
  expressedOn: row.expressed_on,
  revision: row.revision,
});

const table: StateTable<WaitingInterest> = {
  async load(transaction, ids) {
    const { rows } = await transaction.query<Row>(
      'select * from waiting_classes where interest_id = any($1) order by interest_id, place',
      [ids],
    );
    const interests = new Map<string, WaitingInterest>();
    for (const row of rows) {
      const known = interests.get(row.interest_id);
      interests.set(row.interest_id, {
        ...toInterest(row),
        classes: [...(known?.classes ?? []), toClass(row)],
      });
    }
    return interests;
  },

  async save(transaction, interests) {
    for (const interest of interests) {
      for (const [place, one] of interest.classes.entries()) {
        await transaction.query(
          `insert into waiting_classes (interest_id, class_id, programme, year, urn, expressed_on, revision, place,
                                        class_name_id, year_groups, pupil_count, placeholder, status, link_ref)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
           on conflict (interest_id, class_id) do update
           set revision = excluded.revision, status = excluded.status, link_ref = excluded.link_ref`,
          [
            interest.interestId,
            one.classId,
            interest.programme,
            interest.year,
            interest.urn,
            interest.expressedOn,
            interest.revision,
            place,
            one.classNameId ?? null,
            one.yearGroups,
            one.pupilCount,
            one.placeholder,
            one.status,
            one.linkRef ?? null,
          ],
        );
      }
    }
  },
};

export const waitingList = projectStreams({
  name: 'waiting-list',
  prefix: 'interest-',
  migrations,
  fold: foldWaitingList,
  table,
});

export type WaitingListItem = Omit<WaitingInterest, 'classes'> & WaitingClass;

export interface WaitingListQuery {
  /** Slugs the reader may see. */
  readonly programmes: 'all' | readonly string[];
  readonly year?: string;
  readonly status?: WaitingStatus;
  readonly after?: { readonly expressedOn: string; readonly classId: string };
  readonly limit: number;
}

/** Classes by the day their school asked; the last item's `expressedOn` and `classId` go into `after`. */
export async function listWaitingClasses(
  db: Queryable,
  query: WaitingListQuery,
): Promise<readonly WaitingListItem[]> {
  const { rows } = await db.query<Row>(
    `select * from waiting_classes
     where ($1::text[] is null or programme = any($1)) and ($2::text is null or year = $2)
       and ($3::text is null or status = $3)
       and ($4::text is null or (expressed_on, class_id) > ($4, $5::uuid))
     order by expressed_on, class_id limit $6`,
    [
      query.programmes === 'all' ? null : query.programmes,
      query.year ?? null,
      query.status ?? null,
      query.after?.expressedOn ?? null,
      query.after?.classId ?? null,
      query.limit,
    ],
  );
  return rows.map((row) => ({ ...toInterest(row), ...toClass(row) }));
}
