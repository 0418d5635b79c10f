import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { NotAllowed } from '@linking/application/accounts/access-errors.js';
import { mayChange, type Scope } from '@linking/application/accounts/scope.js';
import { interestDetails, type InterestDetails } from '@linking/application/interests/interest-details.js';
import { seenInterest, type InterestHistory } from '@linking/application/interests/read-interest.js';
import { notesById } from '@linking/application/notes/notes.js';
import { actorNames } from '@linking/application/people/actor-names.js';
import { EVENT_STORE, POOL } from '@linking/application/ports.js';
import { school, type School } from '@linking/application/schools/find-schools.js';
import type { EventStore } from '@linking/events/event-store.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import type { InterestNames } from './interest-words.js';

/** An interest with every name that its pages need. */
export interface SeenInterest extends InterestHistory, InterestNames {
  readonly details: InterestDetails;
  readonly school: School | undefined;
  noteOf(event: InterestHistory['facts'][number]): string | undefined;
  actor(actor: string): string;
}

@Injectable()
export class InterestReader {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  /** Throws NotFound outside her scope. */
  async see(id: string, scope: Scope): Promise<SeenInterest> {
    const history = await seenInterest(this.store, id, scope);
    const { interest, facts } = history;
    const noteIdOf = ({ data }: (typeof facts)[number]) => ('noteId' in data ? data.noteId : undefined);
    const [details, found, notes, actors, programmes] = await Promise.all([
      interestDetails(this.pool, interest),
      school(this.pool, interest.urn),
      notesById(this.pool, facts.map(noteIdOf)),
      actorNames(
        this.pool,
        facts.map(({ actor }) => actor),
      ),
      listProgrammes(this.pool, { programmes: 'all', limit: 1_000 }),
    ]);
    return {
      ...history,
      details,
      school: found,
      programme: (slug) => programmes.find((one) => one.slug === slug)?.name ?? slug,
      className: (classId) => details.classes.find((one) => one.classId === classId)?.name ?? 'A class',
      noteOf: (event) => notes.get(noteIdOf(event) ?? ''),
      actor: (actor) => actors.get(actor) ?? 'somebody who is no longer known by name',
    };
  }

  /** Throws NotAllowed for an interest that she may only read. */
  async seeToChange(id: string, scope: Scope): Promise<SeenInterest> {
    const seen = await this.see(id, scope);
    if (!mayChange(scope, seen.interest.programme)) throw new NotAllowed();
    return seen;
  }
}
