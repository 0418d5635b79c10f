import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import type { Scope } from '@linking/application/accounts/scope.js';
import { bouncedPeople, type BouncedPerson } from '@linking/application/mails/bounces/bounced-people.js';
import { countHeldMails } from '@linking/application/mails/bounces/held-mails.js';
import { tableLookup } from '@linking/application/mails/table-lookup.js';
import { peopleById, type Person } from '@linking/application/people/people.js';
import { CLOCK, EVENT_STORE, POOL, SETTINGS } from '@linking/application/ports.js';
import { schoolsByUrn, type School } from '@linking/application/schools/find-schools.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';

/** Somebody to whom a programme of the reader writes. */
export interface SeenPerson extends Person {
  readonly school?: School;
  /** Her present address, when mails came back from it. */
  readonly bounced?: BouncedPerson;
  readonly held: number;
}

/** Who writes to somebody sees where she is reached; for others she does not exist. */
@Injectable()
export class SeenPeople {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async see(id: string, scope: Scope): Promise<SeenPerson> {
    const { pool, store, clock, settings } = this;
    const person = (await peopleById(pool, [id])).get(id);
    const programmes = scope.changes === 'all' ? null : scope.changes;
    const { rowCount } = await pool.query(
      'select from mails where person_id = $1 and ($2::text[] is null or programme = any($2)) limit 1',
      [id, programmes],
    );
    if (person === undefined || rowCount === 0) throw new NotFound();
    const lookup = tableLookup({ pool, store, clock }, settings);
    const bounced = (await bouncedPeople({ pool, lookup, settings }, scope.changes)).find(
      ({ personId }) => personId === id,
    );
    const school = person.urn === null ? undefined : (await schoolsByUrn(pool, [person.urn])).get(person.urn);
    return {
      ...person,
      held: await countHeldMails(pool, id),
      ...(school === undefined ? {} : { school }),
      ...(bounced === undefined ? {} : { bounced }),
    };
  }
}
