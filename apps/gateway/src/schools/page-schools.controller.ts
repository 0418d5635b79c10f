import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { scopeCondition } from '@linking/application/accounts/scope.js';
import { linkWords } from '@linking/application/links/link-words.js';
import { CLOCK, POOL } from '@linking/application/ports.js';
import { findSchools, school } from '@linking/application/schools/find-schools.js';
import { successorOf } from '@linking/application/schools/successor-of.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { isClosed } from '@linking/domain/schools/school-record.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { findLinks } from '@linking/projections/link-board/link-board-queries.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { textsOf } from '../links/link-reader.js';
import { nextText } from '../links/next-steps.js';
import { SchoolListPage } from '../pages/schools/school-list-page.js';
import { SchoolPage } from '../pages/schools/school-page.js';
import { schoolListView, schoolView } from './schools-view-model.js';

const A_PAGE = 50;

@Controller('schools')
@Access('signed-in')
export class PageSchoolsController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async list(
    @Query() query: Record<string, unknown>,
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { q = '', programme = '', after } = textsOf(query);
    const programmes = await listProgrammes(this.pool, { programmes: scope.programmes, limit: 200 });
    const area = programmes.find(({ slug }) => slug === programme);
    const { items: schools, next } = await findSchools(this.pool, {
      limit: A_PAGE,
      ...(q.trim() === '' ? {} : { q: q.slice(0, 100) }),
      ...(area === undefined ? {} : { laCodes: area.laCodes, districtCodes: area.districtCodes }),
      ...(after === undefined ? {} : { after }),
    });
    const today = londonDay(this.clock.now());
    const more = next === undefined ? {} : { next };
    const view = schoolListView({
      schools,
      q,
      programme,
      programmes,
      today,
      mayImport: scope.mayImport,
      ...more,
    });
    return this.answers.send(request, reply, { page: SchoolListPage, view });
  }

  @Get(':urn')
  async show(
    @Param('urn') urn: string,
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const found = await school(this.pool, urn);
    if (found === undefined) throw new NotFound('There is no school with this URN in the register.');
    const today = londonDay(this.clock.now());
    const seen = (params: unknown[]) => scopeCondition(scope, params, ['programme', 'partner_programme']);
    const links = await findLinks(this.pool, { scope: seen, q: urn, today, limit: 50 });
    const names = await linkWords(this.pool, links);
    const own = links.filter(({ sides }) => sides.a.urn === urn || sides.b.urn === urn);
    const next = isClosed(found, today) ? await successorOf(this.pool, urn) : undefined;
    const view = schoolView({
      school: found,
      successor: next === undefined ? undefined : await school(this.pool, next.urn),
      links: own.map((link) => ({ ref: link.ref, words: nextText(link, names) })),
      today,
      mayRecord: scope.mayChangeLinks,
    });
    return this.answers.send(request, reply, {
      page: SchoolPage,
      view,
      crumbs: [{ href: '/schools', label: 'Schools' }],
    });
  }
}
