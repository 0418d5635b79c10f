import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { covers, mayChange, type Scope } from '@linking/application/accounts/scope.js';
import { linkWords } from '@linking/application/links/link-words.js';
import { peopleById } from '@linking/application/people/people.js';
import { CLOCK, EVENT_STORE, POOL } from '@linking/application/ports.js';
import { readSession } from '@linking/application/training/read-session.js';
import { venueNames } from '@linking/application/venues/venue-details.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { bothSides, type Link } from '@linking/domain/link/link.js';
import type { Session } from '@linking/domain/training/session.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { findLinks } from '@linking/projections/link-board/link-board-queries.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import { listTrainingSessions } from '@linking/projections/training-diary/training-diary-table.js';
import type { SessionListView, SessionView } from '../pages/training/training-view.js';
import { teachersOf } from './register-forms.js';
import { sessionListView, sessionView, type SessionMaterial } from './session-view-model.js';

const ALL = 1_000;

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
      sessions: sessions.toReversed(),
      venues,
      programmes: new Map(known.map(({ slug, name }) => [slug, name])),
      today: londonDay(this.clock.now()),
      mayPlan: mayChangeLinks,
    });
  }

  /** Throws NotFound for a session of another programme, as for one that does not exist. */
  async see(id: string, scope: Scope): Promise<Session> {
    const { session } = await readSession(this.store, id);
    if (session.revision === 0 || !covers(scope, session.programme)) throw new NotFound();
    return session;
  }

  async view(
    session: Session,
    scope: Scope,
    parts: SessionMaterial['parts'],
    sentBack?: SessionMaterial['sentBack'],
  ): Promise<SessionView> {
    const { programme, venueId } = session;
    const today = londonDay(this.clock.now());
    const [links, venues, programmes] = await Promise.all([
      findLinks(this.pool, { scope: () => 'true', programme, today, limit: ALL }),
      venueNames(this.pool, venueId === undefined ? [] : [venueId]),
      listProgrammes(this.pool, { programmes: [programme], limit: 1 }),
    ]);
    const people = await peopleById(this.pool, [...teachersOf(session), ...links.flatMap(teacherIds)]);
    return sessionView({
      session,
      venue: venues.get(venueId ?? ''),
      programme: programmes[0]?.name ?? programme,
      links,
      names: await linkWords(this.pool, links),
      person: (id) => people.get(id)?.name ?? 'a former teacher',
      today,
      mayChange: scope.mayChangeLinks && mayChange(scope, programme),
      parts,
      ...(sentBack === undefined ? {} : { sentBack }),
    });
  }
}

const teacherIds = ({ sides }: Link) =>
  bothSides.flatMap((side) => sides[side].teachers.map(({ teacherId }) => teacherId));
