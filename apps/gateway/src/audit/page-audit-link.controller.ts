import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { linkAt } from '@linking/application/links/link-at.js';
import { linkInScope } from '@linking/application/links/link-in-scope.js';
import { schoolsInWords } from '@linking/application/links/link-words.js';
import { CLOCK, EVENT_STORE, POOL } from '@linking/application/ports.js';
import { endOfLondonDay, londonDay } from '@linking/domain/calendar/london.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { correspondenceOf, type ActivityLine } from '@linking/projections/link-history/link-history.js';
import { findProgramme } from '@linking/projections/programmes/programmes.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { dayAsked, firstDays, type DayAsked } from '../links/day-asked.js';
import { linkNames } from '@linking/application/links/link-names.js';
import { TimelinePage } from '../pages/audit/timeline-page.js';
import { toAuditedLinks } from './audit-crumbs.js';
import { namedIn } from './named-in.js';
import { timelineShows } from './timeline-filters.js';
import { timelineView } from './timeline-view-model.js';

/** One link with all that was recorded and mailed about it. */
@Controller('audit/links/:ref')
@Access('auditor', 'national')
export class PageAuditLinkController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async timeline(
    @Param('ref') ref: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const history = await linkInScope(this.store, scope, ref);
    const today = londonDay(this.clock.now());
    const { asked, form } = dayAsked(query, { first: firstDays(history), today });
    const link =
      asked === undefined ? history.link : linkAt(history, { asAt: asked.day, clock: asked.clock });
    const [all, programme] = await Promise.all([
      correspondenceOf(this.pool, ref),
      findProgramme(this.pool, history.link.programme),
    ]);
    const correspondence = asked === undefined ? all : all.filter((mail) => isKnown(mail, asked));
    const names = await linkNames(this.pool, history.facts, namedIn(all));
    const view = timelineView({
      history,
      link,
      facts: history.facts,
      stored: history.stored,
      correspondence,
      names,
      clock: form.values['clock'] === 'known-now' ? 'known-now' : 'known-then',
      programmeName: programme?.name ?? history.link.programme,
      schools: schoolsInWords(history.link, names),
      show: timelineShows.find((show) => show === query['show']),
      asked,
      form,
    });
    return this.answers.send(reply, {
      page: TimelinePage,
      view,
      crumbs: toAuditedLinks,
      ...(form.errors.length > 0 ? { status: 422 } : {}),
    });
  }
}

const isKnown = ({ occurredOn, recordedAt }: ActivityLine, { day, clock }: DayAsked) =>
  clock === 'known-now' ? occurredOn <= day : recordedAt <= endOfLondonDay(day);
