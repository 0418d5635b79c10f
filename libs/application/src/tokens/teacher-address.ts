import { lateFactsEnd } from '@linking/domain/calendar/academic-year.js';
import { endOfLondonDay } from '@linking/domain/calendar/london.js';
import { derivedId } from '@linking/events/event-ids.js';
import type { Queryable } from '@linking/projections/projection.js';
import { issueToken, type TokenSecrets } from './tokens.js';

export interface TeacherYear {
  readonly personId: string;
  /** `2026-27`. */
  readonly year: string;
}

/** A teacher has one page a year; every mail of that year leads to it. */
export const teacherTokenId = ({ personId, year }: TeacherYear) => derivedId(personId, `teacher-${year}`);

/** The secret part of the address of her page; it is open until late facts end, on 31 October. */
export function issueTeacherToken(
  db: Queryable,
  secrets: TokenSecrets,
  teacher: TeacherYear,
  now: string,
): Promise<string> {
  return issueToken(db, secrets, {
    id: teacherTokenId(teacher),
    purpose: 'teacher-year',
    ref: teacher.year,
    personId: teacher.personId,
    issuedAt: now,
    expiresAt: endOfLondonDay(lateFactsEnd(teacher.year)),
  });
}

export const teacherAddress = ({ publicUrl }: { readonly publicUrl: string }, token: string) =>
  `${publicUrl}/teacher/${token}`;
