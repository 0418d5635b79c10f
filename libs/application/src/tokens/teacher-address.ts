import { lateFactsEnd } from '@linking/domain/calendar/academic-year.js';
import { addDays, endOfLondonDay, londonDay } from '@linking/domain/calendar/london.js';
import { latestDay } from '@linking/domain/calendar/loose-days.js';
import { derivedId } from '@linking/events/event-ids.js';
import { gathered } from '@linking/events/gathered.js';
import type { Queryable } from '@linking/projections/projection.js';
import { issueToken, type KeepToken, type TokenSecrets } from './tokens.js';

export interface TeacherYear {
  readonly personId: string;
  /** `2026-27`. */
  readonly year: string;
}

const DAYS_TO_LOOK_BACK = 28;

/**
 * A teacher has one page a year; every mail of that year leads to it.
 * @param generation from 2 on when an earlier address had ended and she asked for a new one
 */
export const teacherTokenId = ({ personId, year }: TeacherYear, generation = 1) =>
  derivedId(personId, generation === 1 ? `teacher-${year}` : `teacher-${year}-${generation}`);

/** The addresses of her page that were issued. */
export interface IssuedPages {
  readonly issued: number;
  /** One of them is open: the newest, for the next is made when it has ended. */
  readonly open: boolean;
}

/** Looks up and keeps for many mails at a time. */
export interface TeacherPages {
  readonly pagesOf: (teacher: TeacherYear) => Promise<IssuedPages>;
  readonly keep: KeepToken;
}

/**
 * The secret part of the address of her page: the one that is open, or a new one when all have ended. It is open until
 * late facts end, on 31 October; asked for after that, it is open four weeks to look back.
 */
export async function issueTeacherToken(
  db: Queryable,
  secrets: TokenSecrets,
  teacher: TeacherYear,
  now: string,
  many?: TeacherPages,
): Promise<string> {
  const { personId, year } = teacher;
  const { issued, open } =
    many === undefined
      ? ((await issuedPages(db, [teacher], now)).get(keyOf(teacher)) ?? NONE)
      : await many.pagesOf(teacher);
  const lastDay = latestDay([lateFactsEnd(year), addDays(londonDay(now), DAYS_TO_LOOK_BACK)]);
  const token = {
    id: teacherTokenId(teacher, open ? issued : issued + 1),
    purpose: 'teacher-year',
    ref: year,
    personId,
    issuedAt: now,
    expiresAt: endOfLondonDay(lastDay ?? lateFactsEnd(year)),
  } as const;
  return issueToken(db, secrets, token, many?.keep);
}

const NONE: IssuedPages = { issued: 0, open: false };

const keyOf = ({ personId, year }: TeacherYear) => `${personId} ${year}`;

/** Asks once for the teachers of one turn. */
export function pagesOfTeachers(db: Queryable, now: string): TeacherPages['pagesOf'] {
  const teachers = new Map<string, TeacherYear>();
  const find = gathered((keys) =>
    issuedPages(
      db,
      keys.flatMap((key) => teachers.get(key) ?? []),
      now,
    ),
  );
  return async (teacher) => {
    teachers.set(keyOf(teacher), teacher);
    return (await find(keyOf(teacher))) ?? NONE;
  };
}

async function issuedPages(
  db: Queryable,
  teachers: readonly TeacherYear[],
  now: string,
): Promise<ReadonlyMap<string, IssuedPages>> {
  const { rows } = await db.query<TeacherYear & IssuedPages>(
    `select person_id as "personId", ref as year, count(*) as issued,
            bool_or(expires_at > $3 and revoked_at is null) as open
     from tokens where purpose = 'teacher-year' and (person_id, ref) in (select * from unnest($1::uuid[], $2::text[]))
     group by person_id, ref`,
    [teachers.map(({ personId }) => personId), teachers.map(({ year }) => year), now],
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

export const teacherAddress = ({ publicUrl }: { readonly publicUrl: string }, token: string) =>
  `${publicUrl}/teacher/${token}`;
