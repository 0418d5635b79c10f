import type { Side, TrainingKind } from '@linking/events/link/link-events.js';
import type { Queryable, StateTable, Transaction } from '../projection.js';
import { projectStreams } from '../projection.js';
import { foldTrainingDiary } from './training-diary.js';
import type { DiaryPlace, DiarySession } from './training-diary.js';

const migrations = [
  {
    id: 'projections-020-training-diary',
    sql: `
      create table training_sessions (
        session_id uuid primary key,
        programme  text not null,
        kind       text not null,
        on_day     text not null,
        starts_at  text not null,
        ends_at    text not null,
        venue_id   uuid,
        capacity   int not null,
        revision   int not null
      );
      create index training_sessions_list on training_sessions (on_day, session_id);
      create table training_places (
        session_id  uuid not null references training_sessions on delete cascade,
        teacher_id  uuid not null,
        link_ref    text not null,
        side        text not null,
        place       int not null,
        status      text not null,
        attended    boolean,
        minutes     int,
        reason_code text,
        primary key (session_id, teacher_id, link_ref, side)
      );
      create index training_places_teacher on training_places (teacher_id);
    `,
  },
  {
    id: 'projections-021-cancelled-sessions',
    sql: 'alter table training_sessions add column cancelled_for text',
  },
] as const;

interface SessionRow {
  session_id: string;
  programme: string;
  kind: TrainingKind;
  on_day: string;
  starts_at: string;
  ends_at: string;
  venue_id: string | null;
  capacity: number;
  cancelled_for: string | null;
  revision: number;
}

interface PlaceRow {
  session_id: string;
  teacher_id: string;
  link_ref: string;
  side: Side;
  status: DiaryPlace['status'];
  attended: boolean | null;
  minutes: number | null;
  reason_code: string | null;
}

const toPlace = (row: PlaceRow): DiaryPlace => ({
  teacherId: row.teacher_id,
  linkRef: row.link_ref,
  side: row.side,
  status: row.status,
  ...(row.attended === null ? {} : { attended: row.attended }),
  ...(row.minutes === null ? {} : { minutes: row.minutes }),
  ...(row.reason_code === null ? {} : { reasonCode: row.reason_code }),
});

async function withPlaces(db: Queryable, sessions: readonly SessionRow[]): Promise<readonly DiarySession[]> {
  const { rows } = await db.query<PlaceRow>(
    'select * from training_places where session_id = any($1) order by session_id, place',
    [sessions.map((session) => session.session_id)],
  );
  return sessions.map((row) => ({
    sessionId: row.session_id,
    programme: row.programme,
    kind: row.kind,
    on: row.on_day,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    ...(row.venue_id === null ? {} : { venueId: row.venue_id }),
    capacity: row.capacity,
    ...(row.cancelled_for === null ? {} : { cancelledFor: row.cancelled_for }),
    revision: row.revision,
    places: rows.filter((place) => place.session_id === row.session_id).map(toPlace),
  }));
}

async function savePlaces(transaction: Transaction, session: DiarySession): Promise<void> {
  await transaction.query('delete from training_places where session_id = $1', [session.sessionId]);
  for (const [index, place] of session.places.entries()) {
    await transaction.query(
      `insert into training_places (session_id, teacher_id, link_ref, side, place, status, attended, minutes, reason_code)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        session.sessionId,
        place.teacherId,
        place.linkRef,
        place.side,
        index,
        place.status,
        place.attended ?? null,
        place.minutes ?? null,
        place.reasonCode ?? null,
      ],
    );
  }
}

const table: StateTable<DiarySession> = {
  async load(transaction, ids) {
    const { rows } = await transaction.query<SessionRow>(
      'select * from training_sessions where session_id = any($1)',
      [ids],
    );
    const sessions = await withPlaces(transaction, rows);
    return new Map(sessions.map((session) => [session.sessionId, session]));
  },

  async save(transaction, sessions) {
    for (const session of sessions) {
      await transaction.query(
        `insert into training_sessions (session_id, programme, kind, on_day, starts_at, ends_at, venue_id, capacity, cancelled_for, revision)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (session_id) do update
         set programme = excluded.programme, kind = excluded.kind, on_day = excluded.on_day,
             starts_at = excluded.starts_at, ends_at = excluded.ends_at, venue_id = excluded.venue_id,
             capacity = excluded.capacity, cancelled_for = excluded.cancelled_for, revision = excluded.revision`,
        [
          session.sessionId,
          session.programme,
          session.kind,
          session.on,
          session.startsAt,
          session.endsAt,
          session.venueId ?? null,
          session.capacity,
          session.cancelledFor ?? null,
          session.revision,
        ],
      );
      await savePlaces(transaction, session);
    }
  },
};

export const trainingDiary = projectStreams({
  name: 'training-diary',
  prefix: 'training-',
  migrations,
  fold: foldTrainingDiary,
  table,
});

export interface TrainingDiaryQuery {
  /** Slugs the reader may see. */
  readonly programmes: 'all' | readonly string[];
  readonly from?: string;
  readonly after?: { readonly on: string; readonly sessionId: string };
  readonly limit: number;
}

/** Sessions by day; the last item's `on` and `sessionId` go into `after`. */
export async function listTrainingSessions(
  db: Queryable,
  query: TrainingDiaryQuery,
): Promise<readonly DiarySession[]> {
  const { rows } = await db.query<SessionRow>(
    `select * from training_sessions
     where ($1::text[] is null or programme = any($1)) and ($2::text is null or on_day >= $2)
       and ($3::text is null or (on_day, session_id) > ($3, $4::uuid))
     order by on_day, session_id limit $5`,
    [
      query.programmes === 'all' ? null : query.programmes,
      query.from ?? null,
      query.after?.on ?? null,
      query.after?.sessionId ?? null,
      query.limit,
    ],
  );
  return withPlaces(db, rows);
}

/** Sessions in which a teacher has a place or waits for one, between two days, earliest first. */
export async function sessionsOfTeacher(
  db: Queryable,
  teacherId: string,
  days: { readonly from: string; readonly to: string },
): Promise<readonly DiarySession[]> {
  const { rows } = await db.query<SessionRow>(
    `select * from training_sessions s
     where on_day between $2 and $3
       and exists (select from training_places p where p.session_id = s.session_id and p.teacher_id = $1)
     order by on_day, starts_at, session_id`,
    [teacherId, days.from, days.to],
  );
  return withPlaces(db, rows);
}

export interface OpenRegister {
  readonly sessionId: string;
  readonly programme: string;
  readonly kind: TrainingKind;
  readonly on: string;
  readonly teachers: number;
}

/** Sessions before this day of which nobody has recorded who came. */
export async function sessionsWithoutRegister(
  db: Queryable,
  query: { readonly programmes: 'all' | readonly string[]; readonly today: string },
): Promise<readonly OpenRegister[]> {
  const { rows } = await db.query<OpenRegister>(
    `select s.session_id as "sessionId", s.programme, s.kind, s.on_day as "on",
            count(distinct p.teacher_id)::int as teachers
     from training_sessions s join training_places p on p.session_id = s.session_id and p.status = 'taken'
     where s.on_day < $2 and s.cancelled_for is null and ($1::text[] is null or s.programme = any($1))
     group by s.session_id having count(p.attended) = 0 order by s.on_day, s.session_id`,
    [query.programmes === 'all' ? null : query.programmes, query.today],
  );
  return rows;
}
