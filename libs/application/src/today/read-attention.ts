import { scopeCondition, type Scope } from '../accounts/scope.js';
import { refusalsOfLinks } from '../carrying/carrying-refusals.js';
import { bouncedPeople, type BouncesKnown } from '../mails/bounces/bounced-people.js';
import { mailsInTrouble } from '../mails/mail-troubles.js';
import { academicYearOfDay } from '@linking/domain/calendar/school-calendar.js';
import { fullVenues } from '@linking/projections/link-board/link-meetings-table.js';
import { tasksOfLinks } from '@linking/projections/link-board/link-tasks-table.js';
import { yearsToClose } from '@linking/projections/link-board/years-to-close.js';
import { sessionsWithoutRegister } from '@linking/projections/training-diary/training-diary-table.js';
import { unplacedInterests, waitingByProgramme } from '@linking/projections/waiting-list/interests-query.js';
import { programmesOf } from '../accounts/programmes-of.js';
import { byUrgency, type AttentionItem } from './attention.js';

/** Whose day it is, and which. */
export interface TodayQuery {
  readonly scope: Scope;
  /** One programme of the scope; all of them when absent. */
  readonly programme?: string;
  /** London, by the clock port. */
  readonly today: string;
  readonly now: string;
}

/** Everything that wants attention today, the most urgent first. */
export async function readAttention(
  known: BouncesKnown,
  query: TodayQuery,
): Promise<readonly AttentionItem[]> {
  const { pool } = known;
  const { scope, programme, today, now } = query;
  const one = programme === undefined ? {} : { programme };
  const programmes = programmesOf(scope, programme);
  const inScope = (params: unknown[], columns: readonly string[]) => scopeCondition(scope, params, columns);
  const places = scope.changes === 'all' && programme === undefined;
  const [tasks, registers, waiting, years, unplaced, venues, refusals, mails, bounced] = await Promise.all([
    tasksOfLinks(pool, { scope: inScope, today, ...one }),
    sessionsWithoutRegister(pool, { programmes, today }),
    waitingByProgramme(pool, { programmes, fromYear: academicYearOfDay(today) }),
    yearsToClose(pool, { programmes, today }),
    places ? unplacedInterests(pool) : undefined,
    fullVenues(pool, { programmes, today }),
    refusalsOfLinks(pool, { scope, ...one }),
    mailsInTrouble(pool, { programmes, now }),
    bouncedPeople(known, programmes),
  ]);
  const items: readonly AttentionItem[] = [
    ...tasks.map((task) => ({ kind: 'task', ...task }) as const),
    ...registers.map(
      (register) => ({ ...register, kindOfTraining: register.kind, kind: 'register' }) as const,
    ),
    ...waiting.map((classes) => ({ kind: 'waiting', ...classes }) as const),
    ...years.map((year) => ({ kind: 'year-end', ...year }) as const),
    ...(unplaced === undefined ? [] : [{ kind: 'unplaced', programme: '', ...unplaced } as const]),
    ...venues.map((venue) => ({ kind: 'venue-full', ...venue }) as const),
    ...refusals.map((refusal) => ({ kind: 'refused', ...refusal }) as const),
    ...mails
      .filter(({ personId }) => !bounced.some((one) => one.personId === personId))
      .map((mail) => ({ kind: 'mail', programme: mail.programme, mail }) as const),
    ...bounced.map((one) => ({ kind: 'bounced', ...one }) as const),
  ];
  return byUrgency(items, today);
}
