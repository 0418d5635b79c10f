import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { scopeCondition, type Scope } from '@linking/application/accounts/scope.js';
import { linkWords } from '@linking/application/links/link-words.js';
import { CLOCK, POOL } from '@linking/application/ports.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { academicYearOfDay } from '@linking/domain/calendar/school-calendar.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import {
  countByMeetings,
  countByStage,
  findLinks,
} from '@linking/projections/link-board/link-board-queries.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { LinkListPage } from '../pages/links/link-list-page.js';
import { linkListView, type ListFilters } from './link-list-view-model.js';
import { textsOf } from './link-reader.js';

const A_PAGE = 50;

@Controller('links')
export class PageLinksController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  @Access('signed-in')
  async list(
    @Query() query: Record<string, unknown>,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const view = await this.#view(textsOf(query), scope);
    return this.answers.send(reply, { page: LinkListPage, view });
  }

  async #view(asked: Readonly<Record<string, string>>, scope: Scope) {
    const today = londonDay(this.clock.now());
    const filters = filtersOf(asked, academicYearOfDay(today));
    const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
    const columns = ['programme', 'partner_programme'];
    const query = { ...given, today, scope: (params: unknown[]) => scopeCondition(scope, params, columns) };
    const after = asked['after'] ?? '';
    const completed = filters.outcome === 'completed';
    const [found, counts, meetings, programmes] = await Promise.all([
      findLinks(this.pool, { ...query, limit: A_PAGE + 1, ...(after === '' ? {} : { after }) }),
      countByStage(this.pool, { ...query, stage: undefined } as typeof query),
      completed ? countByMeetings(this.pool, query) : [],
      listProgrammes(this.pool, { programmes: scope.programmes, limit: 200 }),
    ]);
    const links = found.slice(0, A_PAGE);
    const last = links.at(-1)?.ref;
    return linkListView({
      filters,
      links,
      ...(found.length > A_PAGE && last !== undefined ? { next: last } : {}),
      shownBefore: 0,
      counts,
      meetings,
      programmes,
      names: await linkWords(this.pool, links),
      today,
      mayPropose: scope.mayChangeLinks,
    });
  }
}

/** The bare address shows the year that is now. */
function filtersOf(asked: Readonly<Record<string, string>>, thisYear: string): ListFilters {
  const bare = Object.keys(asked).length === 0;
  const { programme = '', year = bare ? thisYear : '', stage = '', flag = '', outcome = '', q = '' } = asked;
  return { programme, year, stage, flag, outcome, q: q.trim().slice(0, 100) };
}
