import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import { NotAllowed, NotFound } from '@linking/application/accounts/access-errors.js';
import { covers, mayChange, type Scope } from '@linking/application/accounts/scope.js';
import { linkWords } from '@linking/application/links/link-words.js';
import { actorNames } from '@linking/application/people/actor-names.js';
import { peopleById } from '@linking/application/people/people.js';
import { CLOCK, EVENT_STORE, POOL } from '@linking/application/ports.js';
import { readSession, type SessionHistory } from '@linking/application/training/read-session.js';
import { venueDetails, venueNames, type VenueDetails } from '@linking/application/venues/venue-details.js';
import { academicYearOfDay } from '@linking/domain/calendar/school-calendar.js';
import { addDays, londonDay } from '@linking/domain/calendar/london.js';
import { bothSides, type Link } from '@linking/domain/link/link.js';
import type { Session } from '@linking/domain/training/session.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import {
  earlierLinksOfTeachers,
  findLinks,
  linksByRef,
} from '@linking/projections/link-board/link-board-queries.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import { listTrainingSessions } from '@linking/projections/training-diary/training-diary-table.js';
import { listVenues } from '@linking/projections/venues/venues.js';
import type { SessionListView } from '../pages/training/training-view.js';
import { teachersOf } from './register-forms.js';
import { sessionListView, type SessionChange, type SessionMaterial } from './session-view-model.js';

const ALL = 1_000;

/** One session as its own stream tells it, for somebody who may see it. */
export type SeenSession = Pick<SessionHistory, 'session' | 'facts'> & { readonly mayChange: boolean };

/** Brings together what the pages of training sessions show. */
@Injectable()
export class SessionPages {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list({ programmes, mayChangeLinks }: Scope): Promise<SessionListView> {
    const [sessions, known] = await Promise.all([
      listTrainingSessions(this.pool, { programmes, limit: ALL }),
      listProgrammes(this.pool, { programmes, limit: 200 }),
    ]);
    const venues = await venueNames(
      this.pool,
      sessions.flatMap(({ venueId }) => venueId ?? []),
    );
    return sessionListView({
      sessions,
      venues,
      programmes: new Map(known.map(({ slug, name }) => [slug, name])),
      today: londonDay(this.clock.now()),
      mayPlan: mayChangeLinks,
    });
  }

  /** Throws NotFound for a session of another programme, as for one that does not exist. */
  async see(id: string, scope: Scope): Promise<SeenSession> {
    const { session, facts } = await readSession(this.store, id);
    if (session.revision === 0 || !covers(scope, session.programme)) throw new NotFound();
    return { session, facts, mayChange: scope.mayChangeLinks && mayChange(scope, session.programme) };
  }

  /** The same, for somebody who is going to change it. */
  async seeToChange(id: string, scope: Scope): Promise<SeenSession> {
    const seen = await this.see(id, scope);
    if (!seen.mayChange) throw new NotAllowed();
    return seen;
  }

  async material(
    { session, facts, mayChange: changes }: SeenSession,
    parts: SessionMaterial['parts'],
    sentBack?: SessionMaterial['sentBack'],
  ): Promise<SessionMaterial> {
    const { programme } = session;
    const today = londonDay(this.clock.now());
    const about = facts.filter(
      ({ type }) => !['PlaceTaken', 'WaitingForPlace', 'PlaceGivenUp'].includes(type),
    );
    const [links, venue, programmes, actors] = await Promise.all([
      this.#links(session, today),
      this.venueWords(facts),
      listProgrammes(this.pool, { programmes: [programme], limit: 1 }),
      actorNames(
        this.pool,
        about.map(({ actor }) => actor),
      ),
    ]);
    return {
      session,
      changes: about.toReversed().map((fact): SessionChange => ({
        event: fact,
        at: fact.recordedAt,
        by: actors.get(fact.actor) ?? 'a former colleague',
      })),
      venue,
      programme: programmes[0]?.name ?? programme,
      links,
      names: await linkWords(this.pool, links),
      earlier: await this.#earlier(session, links),
      person: await this.people([...teachersOf(session), ...links.flatMap(teacherIds)]),
      today,
      mayChange: changes,
      parts,
      ...(sentBack === undefined ? {} : { sentBack }),
    };
  }

  /** Those of its year, whose teachers may be enrolled, and those for which somebody has a place. */
  async #links({ programme, on, places, waiting }: Session, today: string): Promise<readonly Link[]> {
    const query = { scope: () => 'true', programme, today, limit: ALL };
    const ofYears = await Promise.all(yearsOf(on).map((year) => findLinks(this.pool, { ...query, year })));
    const links = ofYears.flat();
    const others = [...places, ...waiting]
      .map(({ linkRef }) => linkRef)
      .filter((linkRef) => !links.some(({ ref }) => ref === linkRef));
    return others.length === 0 ? links : [...links, ...(await linksByRef(this.pool, others))];
  }

  async #earlier(session: Session, links: readonly Link[]): Promise<SessionMaterial['earlier']> {
    const ids = [...teachersOf(session), ...links.flatMap(teacherIds)];
    const found = await earlierLinksOfTeachers(this.pool, ids, academicYearOfDay(session.on));
    return (id) => found.get(id);
  }

  /** Names of teachers by id. */
  async people(ids: readonly string[]): Promise<(id: string) => string> {
    const people = await peopleById(this.pool, ids);
    return (id) => people.get(id)?.name ?? 'a former teacher';
  }

  async venueWords(facts: SeenSession['facts']): Promise<SessionMaterial['venue']> {
    const names = await venueNames(
      this.pool,
      facts.flatMap(({ data }) => ('venueId' in data && data.venueId !== undefined ? [data.venueId] : [])),
    );
    return (id) => names.get(id ?? '') ?? 'Place to follow';
  }

  /** Where a session of the programme can be. */
  async venues({ programme }: Session): Promise<readonly VenueDetails[]> {
    const venues = await listVenues(this.pool, { programmes: [programme], limit: 500 });
    return venueDetails(this.pool, venues);
  }
}

/** A session from June on may be for the year to come. */
const yearsOf = (on: string) => [...new Set([on, addDays(on, 92)].map(academicYearOfDay))];

const teacherIds = ({ sides }: Link) =>
  bothSides.flatMap((side) => sides[side].teachers.map(({ teacherId }) => teacherId));
