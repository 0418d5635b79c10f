import type pg from 'pg';
import { previousYear, yearEnd, yearStart } from '@linking/domain/calendar/academic-year.js';
import { interestStatus, type ClassStatus, type Interest } from '@linking/domain/interest/interest.js';
import {
  offeredSchools,
  type OfferedAgain,
  type OfferedSchool,
} from '@linking/domain/programme/offered-schools.js';
import { checkYear, isOpened } from '@linking/domain/programme/opening-year.js';
import { calendarOf } from '@linking/domain/programme/programme-year.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import { sameWeekOf } from '@linking/domain/programme/same-week.js';
import type { TrainingKind } from '@linking/events/link/link-events.js';
import { derivedId } from '@linking/events/event-ids.js';
import { findLinks } from '@linking/projections/link-board/link-board-queries.js';
import type { DiarySession } from '@linking/projections/training-diary/training-diary.js';
import { listTrainingSessions } from '@linking/projections/training-diary/training-diary-table.js';
import { listInterests } from '@linking/projections/waiting-list/interests-query.js';
import { notesById } from '../notes/notes.js';
import { peopleById } from '../people/people.js';
import { schoolsByUrn } from '../schools/find-schools.js';
import { venueNames } from '../venues/venue-details.js';
import { takingOver } from './opening-ids.js';

/** A session of the year before with the day that is suggested for it, or as it is planned already. */
export interface OfferedSession {
  readonly sessionId: string;
  readonly kind: TrainingKind;
  readonly on: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly venueId?: string;
  readonly venue?: string;
  readonly capacity: number;
  readonly suggestedOn: string;
  readonly planned?: { readonly sessionId: string; readonly on: string; readonly cancelled: boolean };
}

interface Named {
  readonly personId: string;
  readonly name: string;
}

/** A school of the year before, prepared to be an interest, or as it is on the waiting list already. */
export interface OfferedSchoolDetails extends Omit<OfferedSchool, 'headId' | 'classes'> {
  readonly school: string;
  readonly head: Named;
  readonly classes: readonly (Omit<OfferedAgain, 'teacherIds' | 'classNameId'> & {
    /** Its name this year. */
    readonly name: string;
    readonly teachers: readonly Named[];
  })[];
  readonly interest?: {
    readonly id: string;
    readonly status: ClassStatus;
    readonly expressedOn: string;
    readonly channel: string;
  };
}

/** What a programme has for an academic year, and what the year before offers it. */
export interface Opening {
  readonly year: string;
  readonly from: string;
  readonly opened: boolean;
  readonly sessions: readonly OfferedSession[];
  readonly schools: readonly OfferedSchoolDetails[];
}

/** More than a programme has in a year. */
const ALL = 2_000;

/** Throws YEAR_NOT_VALID for what is no academic year. */
export async function openingOf(
  pool: pg.Pool,
  programme: Programme,
  { year, today }: { readonly year: string; readonly today: string },
): Promise<Opening> {
  checkYear(year);
  const from = previousYear(year);
  const [sessions, schools] = await Promise.all([
    offeredSessions(pool, programme, from, year),
    schoolsOffered(pool, programme.slug, { from, year, today }),
  ]);
  return { year, from, opened: isOpened(programme, year), sessions, schools };
}

async function offeredSessions(
  pool: pg.Pool,
  programme: Programme,
  from: string,
  year: string,
): Promise<readonly OfferedSession[]> {
  const { slug } = programme;
  const all = await listTrainingSessions(pool, { programmes: [slug], from: yearStart(from), limit: ALL });
  const before = all.filter(({ on, cancelledFor }) => on <= yearEnd(from) && cancelledFor === undefined);
  const venues = await venueNames(
    pool,
    before.flatMap(({ venueId }) => venueId ?? []),
  );
  const [was, will] = [calendarOf(programme, from), calendarOf(programme, year)];
  return before.map(({ sessionId, kind, on, startsAt, endsAt, venueId, capacity }): OfferedSession => {
    const plannedId = derivedId(takingOver(slug, year, sessionId), 'training');
    const planned = all.find((it) => it.sessionId === plannedId);
    const venue = venues.get(venueId ?? '');
    return {
      sessionId,
      kind,
      on,
      startsAt,
      endsAt,
      ...(venueId === undefined ? {} : { venueId }),
      ...(venue === undefined ? {} : { venue }),
      capacity,
      suggestedOn: sameWeekOf(on, was, will),
      ...(planned === undefined ? {} : { planned: plannedAs(planned) }),
    };
  });
}

const plannedAs = ({ sessionId, on, cancelledFor }: DiarySession) => ({
  sessionId,
  on,
  cancelled: cancelledFor !== undefined,
});

async function schoolsOffered(
  pool: pg.Pool,
  slug: string,
  { from, year, today }: { readonly from: string; readonly year: string; readonly today: string },
): Promise<readonly OfferedSchoolDetails[]> {
  const [links, interests] = await Promise.all([
    findLinks(pool, { scope: () => 'true', programme: slug, year: from, today, limit: ALL }),
    listInterests(pool, { programmes: [slug], year, limit: ALL }),
  ]);
  const offered = offeredSchools(slug, links);
  const classes = offered.flatMap((school) => school.classes);
  const [schools, people, names] = await Promise.all([
    schoolsByUrn(
      pool,
      offered.map(({ urn }) => urn),
    ),
    peopleById(pool, [
      ...offered.map(({ headId }) => headId),
      ...classes.flatMap(({ teacherIds }) => teacherIds),
    ]),
    notesById(
      pool,
      classes.map(({ classNameId }) => classNameId),
    ),
  ]);
  return offered.map(({ headId, classes: ofSchool, ...school }): OfferedSchoolDetails => {
    const interest = interests.find(({ urn }) => urn === school.urn);
    const name = schools.get(school.urn)?.name ?? `School ${school.urn}`;
    return {
      ...school,
      school: name,
      head: { personId: headId, name: people.get(headId)?.name ?? `former headteacher of ${name}` },
      classes: ofSchool.map(({ teacherIds, classNameId, ...again }) => ({
        ...again,
        name: names.get(classNameId ?? '') ?? `Year ${again.yearGroups.join('/')} class`,
        // Somebody who was erased is not offered again.
        teachers: teacherIds.flatMap((personId) => {
          const person = people.get(personId);
          return person === undefined ? [] : [{ personId, name: person.name }];
        }),
      })),
      ...(interest === undefined ? {} : { interest: asKnown(interest) }),
    };
  });
}

const asKnown = (interest: Interest) => ({
  id: interest.id,
  status: interestStatus(interest),
  expressedOn: interest.expressedOn,
  channel: interest.channel,
});
