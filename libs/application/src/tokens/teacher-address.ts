import { lateFactsEnd } from '@linking/domain/calendar/academic-year.js';
import { addDays, endOfLondonDay, londonDay } from '@linking/domain/calendar/london.js';
import { latestDay } from '@linking/domain/calendar/loose-days.js';
import { derivedId } from '@linking/events/event-ids.js';
import type { Queryable } from '@linking/projections/projection.js';
import { issueToken, type TokenSecrets } from './tokens.js';

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

/**
 * The secret part of the address of her page: the one that is open, or a new one when all have ended. It is open until
 * late facts end, on 31 October; asked for after that, it is open four weeks to look back.
 */
export async function issueTeacherToken(
  db: Queryable,
  secrets: TokenSecrets,
  teacher: TeacherYear,
  now: string,
): Promise<string> {
  const { personId, year } = teacher;
  const { rows } = await db.query<{ open: boolean }>(
    `select expires_at > $3 and revoked_at is null as open from tokens
     where purpose = 'teacher-year' and person_id = $1 and ref = $2`,
    [personId, year, now],
  );
  // Only the newest can be open: the next is made when it has ended.
  const generation = rows.some(({ open }) => open) ? rows.length : rows.length + 1;
  const lastDay = latestDay([lateFactsEnd(year), addDays(londonDay(now), DAYS_TO_LOOK_BACK)]);
  return issueToken(db, secrets, {
    id: teacherTokenId(teacher, generation),
    purpose: 'teacher-year',
    ref: year,
    personId,
    issuedAt: now,
    expiresAt: endOfLondonDay(lastDay ?? lateFactsEnd(year)),
  });
}

export const teacherAddress = ({ publicUrl }: { readonly publicUrl: string }, token: string) =>
  `${publicUrl}/teacher/${token}`;
