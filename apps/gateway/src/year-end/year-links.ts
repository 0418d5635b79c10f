import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { linkWords, type LinkWords } from '@linking/application/links/link-words.js';
import { CLOCK, POOL } from '@linking/application/ports.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { Link } from '@linking/domain/link/link.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { findLinks } from '@linking/projections/link-board/link-board-queries.js';

const ALL = 5_000;

/** The links that belong to a programme's year, and their names. */
@Injectable()
export class YearLinks {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  today = (): string => londonDay(this.clock.now());

  /** A link of which only side b is the programme's is closed by the other one. */
  async of(slug: string, year: string): Promise<readonly Link[]> {
    const query = { scope: () => 'true', programme: slug, year, today: this.today(), limit: ALL };
    return (await findLinks(this.pool, query)).filter(({ programme }) => programme === slug);
  }

  words(links: readonly Link[]): Promise<LinkWords> {
    return linkWords(this.pool, links);
  }
}
