import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { NotAllowed, NotFound } from '@linking/application/accounts/access-errors.js';
import { covers, mayChange, type Scope } from '@linking/application/accounts/scope.js';
import { listUsers } from '@linking/application/accounts/users.js';
import { linkWords } from '@linking/application/links/link-words.js';
import { stoppedLists, type StoppedList } from '@linking/application/mails/optional/stopped-lists.js';
import { notesById } from '@linking/application/notes/notes.js';
import { actorNames } from '@linking/application/people/actor-names.js';
import { CLOCK, EVENT_STORE, POOL, SETTINGS } from '@linking/application/ports.js';
import { readProgramme } from '@linking/application/programmes/read-programme.js';
import { schoolsByUrn } from '@linking/application/schools/find-schools.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { findLinks } from '@linking/projections/link-board/link-board-queries.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import type { Days } from '@linking/domain/calendar/school-calendar.js';
import { affectedMeetings, type AffectedMeeting } from './affected-meetings.js';
import type { Person } from './programme-form.js';

/** A programme as its own stream tells it, for somebody who may see it. */
export interface SeenProgramme {
  readonly programme: Programme;
  readonly mayChange: boolean;
  readonly isOffice: boolean;
  readonly today: string;
  readonly mailbox: string | undefined;
  /** Lists that its mailbox has stopped by the address in a mail. */
  readonly stopped: readonly StoppedList[];
  /** Words that were kept about it, by their key. */
  readonly note: (noteId: string | undefined) => string | undefined;
  /** Name of a coordinator. */
  readonly name: (userId: string) => string;
}

/** Brings together what the pages of programmes show. */
@Injectable()
export class ProgrammePages {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  today = (): string => londonDay(this.clock.now());

  async list({ programmes }: Scope): Promise<{
    readonly programmes: readonly Programme[];
    readonly name: (userId: string) => string;
  }> {
    const found = await listProgrammes(this.pool, { programmes, limit: 1_000 });
    return { programmes: found, name: await this.#names(found) };
  }

  /** Throws NotFound for a programme out of reach, as for one that does not exist. */
  async see(slug: string, scope: Scope): Promise<SeenProgramme> {
    const programme = covers(scope, slug) ? await readProgramme(this.store, slug) : undefined;
    if (programme === undefined) throw new NotFound();
    const { mailboxId } = programme;
    const notes = await notesById(this.pool, [
      mailboxId,
      programme.facilitatorTitleId,
      ...programme.priorities.map(({ noteId }) => noteId),
      ...(programme.resources ?? []).map(({ noteId }) => noteId),
    ]);
    const note = (id: string | undefined) => notes.get(id ?? '');
    return {
      programme,
      mayChange: mayChange(scope, slug) && programme.state !== 'left',
      isOffice: scope.changes === 'all',
      today: this.today(),
      mailbox: note(mailboxId),
      stopped: mailboxId === undefined ? [] : await stoppedLists(this.pool, slug, this.settings),
      note,
      name: await this.#names([programme]),
    };
  }

  /** The same, for somebody who is going to change it. */
  async seeToChange(slug: string, scope: Scope): Promise<SeenProgramme> {
    const seen = await this.see(slug, scope);
    if (!seen.mayChange) throw new NotAllowed();
    return seen;
  }

  /** Who has an open account with the role of a coordinator. */
  async coordinators(): Promise<readonly Person[]> {
    const users = await listUsers(this.pool, { role: 'coordinator', limit: 1_000 });
    return users.filter(({ state }) => state !== 'closed').map(({ id, name }) => ({ id, name }));
  }

  /** The meetings in person that the links of a programme planned for these days, with whom to phone. */
  async affected(slug: string, days: Days): Promise<readonly AffectedMeeting[]> {
    const links = await findLinks(this.pool, {
      scope: () => 'true',
      programme: slug,
      outcome: 'open',
      today: this.today(),
      limit: 5_000,
    });
    const own = links.filter(({ programme }) => programme === slug);
    const schools = await schoolsByUrn(
      this.pool,
      own.flatMap(({ sides }) => [sides.a.urn, sides.b.urn]),
    );
    return affectedMeetings(own, days, await linkWords(this.pool, own), (urn) => schools.get(urn));
  }

  async #names(programmes: readonly Programme[]): Promise<(userId: string) => string> {
    const actors = programmes.flatMap(({ coordinators }) =>
      coordinators.map(({ userId }) => `user:${userId}`),
    );
    const names = await actorNames(this.pool, [...new Set(actors)]);
    return (userId) => names.get(`user:${userId}`) ?? 'a former colleague';
  }
}
