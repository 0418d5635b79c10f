import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import {
  renewFeedAddress,
  schoolFeedAddress,
  type FeedDesk,
} from '@linking/application/calendar/feed-address.js';
import { CLOCK, POOL, SETTINGS } from '@linking/application/ports.js';
import { findSchools, school } from '@linking/application/schools/find-schools.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { textsOf } from '../links/link-reader.js';
import { SchoolListPage } from '../pages/schools/school-list-page.js';
import { SchoolPage, type SchoolView } from '../pages/schools/school-page.js';
import { SchoolMaterials } from './school-material.js';
import { calendarWords, calendarYear, hasCalendar, schoolView } from './school-view-model.js';
import { schoolListView } from './schools-view-model.js';

const A_PAGE = 50;

@Controller('schools')
@Access('signed-in')
export class PageSchoolsController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
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
    const material = await this.material.of(found, scope);
    const feed = hasCalendar(material) ? await this.#feed(request, reply, found.urn) : undefined;
    const view = schoolView(material, feed);
    return this.answers.send(request, reply, {
      page: SchoolPage,
      view,
      crumbs: [{ href: '/schools', label: 'Schools' }],
    });
  }

  /** A calendar whose address came into the wrong hands gets another one. */
  @Post(':urn/renew-address')
  @Access('coordinator', 'national')
  async renew(
    @Param('urn') urn: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const found = await school(this.pool, urn);
    if (found === undefined || !hasCalendar(await this.material.of(found, scope))) {
      throw new NotFound('This school has no calendar that you look after.');
    }
    await renewFeedAddress(this.#desk(), { kind: 'school', urn, year: this.#year() });
    const text = 'The calendar of this school has a new address. The old one shows nothing any more.';
    return this.answers.seeOther(reply, `/schools/${urn}`, { tone: 'green', text });
  }

  async #feed(request: FastifyRequest, reply: FastifyReply, urn: string): Promise<SchoolView['feed']> {
    const year = this.#year();
    const address = await schoolFeedAddress(this.#desk(), urn, year);
    return {
      words: calendarWords(year),
      address,
      webcal: address.replace(/^https?:/, 'webcal:'),
      renew: {
        ...this.answers.formParts(request, reply),
        action: `/schools/${urn}/renew-address`,
        label: 'Give it a new address',
        look: 'link',
      },
    };
  }

  #desk(): FeedDesk {
    return { pool: this.pool, clock: this.clock, settings: this.settings };
  }

  #year(): string {
    return calendarYear(londonDay(this.clock.now()));
  }
}
