import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { covers, type Scope } from '@linking/application/accounts/scope.js';
import { historyOf } from '@linking/application/links/link-history.js';
import { linkWords } from '@linking/application/links/link-words.js';
import { linkedBefore } from '@linking/application/links/linked-before.js';
import { CLOCK, EVENT_STORE, POOL } from '@linking/application/ports.js';
import { closedSentences } from '@linking/application/schools/successor-of.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { EventStore } from '@linking/events/event-store.js';
import { linkStream } from '@linking/events/streams.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { findProgramme } from '@linking/projections/programmes/programmes.js';
import { sideText } from '@linking/words/link-terms.js';
import { longDay } from '@linking/words/format.js';
import type { SummaryRow } from '../pages/components/summary-list.js';
import { needsRow } from './interest-view-model.js';
import { readInterest } from '@linking/application/interests/read-interest.js';
import { priorityRows } from '../programmes/priority-rows.js';
import type { Around } from './partners.js';
import type { OfferedClassWords } from './waiting-classes.js';

export interface ContinuedWords {
  readonly ref: string;
  /** `Continues from BRD-2026-014, which Ash Primary left on 12 February 2027. Both schools sign anew.` */
  readonly sentence: string;
}

/** Looks up what a class and its possible partners are surrounded by, with one query a kind of fact. */
@Injectable()
export class PartnerSurroundings {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The link that a school left and that goes on in this proposal; undefined when there is no such link for her. */
  async continued(ref: string | undefined, scope: Scope): Promise<ContinuedWords | undefined> {
    const stored = ref === undefined ? [] : await this.store.readStream(linkStream(ref));
    const { link } = historyOf(stored);
    const { withdrew = 'both', closedOn = '' } = link;
    if (withdrew === 'both' || !covers(scope, link.programme, link.partnerProgramme)) return undefined;
    const left = sideText(link, withdrew, await linkWords(this.pool, [link]));
    const sentence = `Continues from ${link.ref}, which ${left} left on ${longDay(closedOn)}. Both schools sign anew.`;
    return { ref: link.ref, sentence };
  }

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

  /** What their places ask for in the year, and what each of the two schools needs. */
  async priorities(a: OfferedClassWords, b: OfferedClassWords): Promise<readonly SummaryRow[]> {
    const asked = await priorityRows(this.pool, [a.item.programme, b.item.programme], a.item.year);
    const needs = await Promise.all(
      [a, b].map(async ({ item, schoolName }) =>
        needsRow(`Needs of ${schoolName}`, (await readInterest(this.store, item.interestId)).interest),
      ),
    );
    return [...asked, ...needs.flat()];
  }
}
