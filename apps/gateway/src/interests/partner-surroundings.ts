import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { linkedBefore } from '@linking/application/links/linked-before.js';
import { CLOCK, POOL } from '@linking/application/ports.js';
import { closedSentences } from '@linking/application/schools/successor-of.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { findProgramme } from '@linking/projections/programmes/programmes.js';
import type { SummaryRow } from '../pages/components/summary-list.js';
import { priorityRows } from '../programmes/priority-rows.js';
import type { Around } from './partners.js';
import type { OfferedClassWords } from './waiting-classes.js';

/** Looks up what a class and its possible partners are surrounded by, with one query a kind of fact. */
@Injectable()
export class PartnerSurroundings {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of({ item }: OfferedClassWords, others: readonly OfferedClassWords[]): Promise<Around> {
    const urns = [...new Set(others.map((other) => other.item.urn))].filter((urn) => urn !== item.urn);
    const schools = others.flatMap(({ school }) => school ?? []);
    const [programme, before, closed] = await Promise.all([
      findProgramme(this.pool, item.programme),
      linkedBefore(this.pool, item.urn, urns, item.year),
      closedSentences(this.pool, schools, londonDay(this.clock.now())),
    ]);
    const limitKm = programme?.distanceLimitKm;
    return { before, closed, ...(limitKm === undefined ? {} : { limitKm }) };
  }

  /** What their places ask for in the year. */
  priorities({ item: a }: OfferedClassWords, { item: b }: OfferedClassWords): Promise<readonly SummaryRow[]> {
    return priorityRows(this.pool, [a.programme, b.programme], a.year);
  }
}
