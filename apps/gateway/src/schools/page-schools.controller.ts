import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { CLOCK, POOL } from '@linking/application/ports.js';
import { findSchools, school } from '@linking/application/schools/find-schools.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { textsOf } from '../links/link-reader.js';
import { SchoolListPage } from '../pages/schools/school-list-page.js';
import { SchoolPage } from '../pages/schools/school-page.js';
import { SchoolMaterials } from './school-material.js';
import { schoolView } from './school-view-model.js';
import { schoolListView } from './schools-view-model.js';

const A_PAGE = 50;

@Controller('schools')
@Access('signed-in')
export class PageSchoolsController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SchoolMaterials) private readonly material: SchoolMaterials,
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
      mayAdd: scope.mayChangeLinks,
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
    const view = schoolView(await this.material.of(found, scope));
    return this.answers.send(request, reply, {
      page: SchoolPage,
      view,
      crumbs: [{ href: '/schools', label: 'Schools' }],
    });
  }
}
