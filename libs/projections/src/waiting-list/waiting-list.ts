import { evolveInterest, unknownInterest, classStatus } from '@linking/domain/interest/interest.js';
import type { ClassStatus, Interest } from '@linking/domain/interest/interest.js';
import type { InterestEvent } from '@linking/events/interest/interest-events.js';
import type { Queryable, StateTable, Transaction } from '../projection.js';
import { projectStreams } from '../projection.js';

const migrations = [
  {
    id: 'projections-010-waiting-list',
    sql: `
      create table waiting_interests (
        interest_id uuid primary key,
        state       jsonb not null
      );
      create table waiting_classes (
        interest_id   uuid not null references waiting_interests on delete cascade,
        class_id      uuid not null,
        programme     text not null,
        year          text not null,
        urn           text not null,
        expressed_on  text not null,
        class_name_id uuid,
        year_groups   int[] not null,
        pupil_count   int not null,
        placeholder   boolean not null,
        status        text not null,
        link_refs     text[] not null,
        primary key (interest_id, class_id)
      );
      create index waiting_classes_list on waiting_classes (programme, year, status, expressed_on, class_id);
    `,
  },
  {
    id: 'projections-011-waiting-list-placing',
    sql: `
      truncate waiting_interests, waiting_classes;
      delete from checkpoints where consumer = 'waiting-list';
    `,
  },
] as const;

const table: StateTable<Interest> = {
  async load(transaction, ids) {
    const { rows } = await transaction.query<{ state: Interest }>(
      'select state from waiting_interests where interest_id = any($1)',
      [ids],
    );
    return new Map(rows.map(({ state }) => [state.id, state]));
  },

  async save(transaction, interests) {
    await transaction.query(
      `insert into waiting_interests (interest_id, state)
       select (state->>'id')::uuid, state from unnest($1::jsonb[]) as state
       on conflict (interest_id) do update set state = excluded.state`,
      [interests.map((interest) => JSON.stringify(interest))],
    );
    await saveClasses(transaction, interests);
  },
};

async function saveClasses(transaction: Transaction, interests: readonly Interest[]): Promise<void> {
  const rows = interests.flatMap((interest) =>
    interest.classes.map((offered) => ({
      interest_id: interest.id,
      class_id: offered.classId,
      programme: interest.programme,
      year: interest.year,
      urn: interest.urn,
      expressed_on: interest.expressedOn,
      class_name_id: offered.classNameId,
      year_groups: offered.yearGroups,
      pupil_count: offered.pupilCount,
      placeholder: offered.placeholder,
      status: classStatus(interest, offered),
      link_refs: offered.linkRefs,
    })),
  );
  await transaction.query(
    `insert into waiting_classes select * from jsonb_populate_recordset(null::waiting_classes, $1)
     on conflict (interest_id, class_id) do update
     set programme = excluded.programme, class_name_id = excluded.class_name_id, year_groups = excluded.year_groups,
         pupil_count = excluded.pupil_count, placeholder = excluded.placeholder,
         status = excluded.status, link_refs = excluded.link_refs`,
    [JSON.stringify(rows)],
  );
}

/** Classes whose schools wish to link, and what became of them. */
export const waitingList = projectStreams<Interest, InterestEvent>({
  name: 'waiting-list',
  prefix: 'interest-',
  migrations,
  fold: (interest, event, { revision }) =>
    interest === undefined && event.type !== 'InterestReceived'
      ? undefined
      : evolveInterest(interest ?? unknownInterest, { ...event, revision }),
  table,
});

export interface WaitingListItem {
  readonly interestId: string;
  readonly classId: string;
  readonly programme: string;
  readonly year: string;
  readonly urn: string;
  readonly expressedOn: string;
  /** Key of the class name in the notes. */
  readonly classNameId?: string;
  readonly yearGroups: readonly number[];
  readonly pupilCount: number;
  readonly placeholder: boolean;
  readonly status: ClassStatus;
  readonly linkRefs: readonly string[];
}

interface Row {
  interest_id: string;
  class_id: string;
  programme: string;
  year: string;
  urn: string;
  expressed_on: string;
  class_name_id: string | null;
  year_groups: number[];
  pupil_count: number;
  placeholder: boolean;
  status: ClassStatus;
  link_refs: string[];
}

const toItem = (row: Row): WaitingListItem => ({
  interestId: row.interest_id,
  classId: row.class_id,
  programme: row.programme,
  year: row.year,
  urn: row.urn,
  expressedOn: row.expressed_on,
  ...(row.class_name_id === null ? {} : { classNameId: row.class_name_id }),
  yearGroups: row.year_groups,
  pupilCount: row.pupil_count,
  placeholder: row.placeholder,
  status: row.status,
  linkRefs: row.link_refs,
});

export interface WaitingListQuery {
  /** Slugs the reader may see. */
  readonly programmes: 'all' | readonly string[];
  readonly year?: string;
  readonly status?: ClassStatus;
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
  return rows.map(toItem);
}
