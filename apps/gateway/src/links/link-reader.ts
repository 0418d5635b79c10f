import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import type { Scope } from '@linking/application/accounts/scope.js';
import { covers, mayChange } from '@linking/application/accounts/scope.js';
import { readLink, type LinkFact } from '@linking/application/links/link-history.js';
import { linkWords } from '@linking/application/links/link-words.js';
import { CLOCK, EVENT_STORE, POOL } from '@linking/application/ports.js';
import { venueDetails, type VenueDetails } from '@linking/application/venues/venue-details.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { bothSides, type Link } from '@linking/domain/link/link.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { earlierLinksOfTeachers } from '@linking/projections/link-board/link-board-queries.js';
import { venueDiary } from '@linking/projections/link-board/link-meetings-table.js';
import { listVenues } from '@linking/projections/venues/venues.js';
import { priorityRows } from '../programmes/priority-rows.js';
import type { FormContext } from './forms/command-form.js';
import type { Connected } from './link-ends-view.js';
import { linkNames, type LinkNames } from '@linking/application/links/link-names.js';

/** One link as its own stream tells it, for somebody who may see it. */
export interface SeenLink {
  readonly link: Link;
  readonly facts: readonly LinkFact[];
  readonly today: string;
  readonly mayChange: boolean;
  /** Side b's coordinator, who records what her side does. */
  readonly isPartner: boolean;
}

@Injectable()
export class LinkReader {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws NotFound for a link of another programme, as for one that does not exist. */
  async see(ref: string, scope: Scope): Promise<SeenLink> {
    const { link, facts } = await readLink(this.store, ref);
    const { programme, partnerProgramme } = link;
    if (!covers(scope, programme, partnerProgramme)) throw new NotFound();
    return {
      link,
      facts,
      today: londonDay(this.clock.now()),
      mayChange: scope.mayChangeLinks && mayChange(scope, programme, partnerProgramme),
      isPartner: !mayChange(scope, programme) && mayChange(scope, programme, partnerProgramme),
    };
  }

  names(facts: readonly LinkFact[], others?: Parameters<typeof linkNames>[2]): Promise<LinkNames> {
    return linkNames(this.pool, facts, others);
  }

  /** The links before and after, as far as the reader may see them. */
  async connected({ continuesFrom, continuedAs }: Link, scope: Scope): Promise<Connected> {
    const seen = async (ref: string | undefined) => {
      if (ref === undefined) return undefined;
      const { link } = await readLink(this.store, ref);
      if (!covers(scope, link.programme, link.partnerProgramme)) return undefined;
      return { link, words: await linkWords(this.pool, [link]) };
    };
    const [before, after] = [await seen(continuesFrom), await seen(continuedAs)];
    return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
  }

  async formContext(seen: SeenLink, preset: FormContext['preset'], names?: LinkNames): Promise<FormContext> {
    const { link, today, facts } = seen;
    const [known, venues, priorities, earlierLinks] = await Promise.all([
      names ?? this.names(facts),
      this.#venues(link),
      priorityRows(this.pool, [link.programme, link.partnerProgramme], link.year),
      earlierLinksOfTeachers(
        this.pool,
        bothSides.flatMap((side) => link.sides[side].teachers.map(({ teacherId }) => teacherId)),
        link.year,
      ),
    ]);
    const diary = await venueDiary(
      this.pool,
      venues.map(({ id }) => id),
      today,
    );
    return { link, today, names: known, venues, diary, priorities, earlierLinks, preset };
  }

  async #venues({ programme, partnerProgramme }: Link): Promise<readonly VenueDetails[]> {
    const programmes = [programme, ...(partnerProgramme === undefined ? [] : [partnerProgramme])];
    const venues = await listVenues(this.pool, { programmes, limit: 200 });
    return (await venueDetails(this.pool, venues)).toSorted((x, y) => x.name.localeCompare(y.name));
  }
}

/** The texts of a query or a form; what is posted more than once is left out. */
export const textsOf = (given: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries((given ?? {}) as Record<string, unknown>).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
