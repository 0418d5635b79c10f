import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import type { Side } from '@linking/events/link/link-events.js';
import { lateFactsEnd, yearStart } from '@linking/domain/calendar/academic-year.js';
import { sidesTaughtBy, sideTaughtBefore } from '@linking/domain/link/teaching.js';
import { linksOfTeacher } from '@linking/projections/link-board/link-board-queries.js';
import type { DiarySession } from '@linking/projections/training-diary/training-diary.js';
import { sessionsOfTeacher } from '@linking/projections/training-diary/training-diary-table.js';
import { readLink, type LinkHistory } from '../links/link-history.js';
import { peopleById } from '../people/people.js';
import type { TeacherYear } from '../tokens/teacher-address.js';

/** One class that she teaches in a link. */
export interface TaughtClass {
  readonly history: LinkHistory;
  readonly side: Side;
}

/** What a year holds for one teacher: the links she is named in, those she was, and her training. */
export interface YearOfTeacher {
  readonly name: string;
  readonly taught: readonly TaughtClass[];
  readonly before: readonly TaughtClass[];
  readonly sessions: readonly DiarySession[];
}

/** `today` is a London day. `undefined` for somebody who was erased. Reading changes nothing. */
export async function yearOfTeacher(
  { pool, store }: { readonly pool: pg.Pool; readonly store: EventStore },
  { personId, year }: TeacherYear,
  today: string,
): Promise<YearOfTeacher | undefined> {
  const [people, refs, sessions] = await Promise.all([
    peopleById(pool, [personId]),
    linksOfTeacher(pool, personId, year),
    sessionsOfTeacher(pool, personId, { from: yearStart(year), to: lateFactsEnd(year) }),
  ]);
  const person = people.get(personId);
  if (person === undefined) return undefined;
  // Which links there are is told by the list; how each stands by its own stream, so that she sees what she just did.
  const histories = await Promise.all(refs.map((ref) => readLink(store, ref)));
  return {
    name: person.name,
    taught: histories.flatMap((history) =>
      sidesTaughtBy(history.link, personId, today).map((side) => ({ history, side })),
    ),
    before: histories.flatMap((history) => {
      const side = sideTaughtBefore(history.link, personId, today);
      return side === undefined ? [] : [{ history, side }];
    }),
    sessions,
  };
}
