import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { interestsDetails } from '@linking/application/interests/interest-details.js';
import { CLOCK, POOL } from '@linking/application/ports.js';
import { nearestProgrammes } from '@linking/application/programmes/nearest-programmes.js';
import { schoolsByUrn } from '@linking/application/schools/find-schools.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { listUnplaced } from '@linking/projections/waiting-list/interests-query.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { UnplacedPage } from '../pages/interests/unplaced-page.js';
import { unplacedView } from './unplaced-view-model.js';

const NEAREST = 3;

@Controller('waiting/unplaced')
export class PageUnplacedController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  @Access('national', 'auditor', 'admin')
  async list(@CurrentUser() { scope }: SignedIn, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const interests = await listUnplaced(this.pool);
    const [details, schools] = await Promise.all([
      interestsDetails(this.pool, interests),
      schoolsByUrn(this.pool, [...new Set(interests.map(({ urn }) => urn))]),
    ]);
    const near = await Promise.all(
      interests.map(async ({ urn }) =>
        (await nearestProgrammes(this.pool, schools.get(urn) ?? {})).slice(0, NEAREST),
      ),
    );
    const view = unplacedView(
      details.map((interest, index) => ({
        interest,
        school: schools.get(interest.urn),
        near: near[index] ?? [],
      })),
      { today: londonDay(this.clock.now()), mayPlace: scope.changes === 'all' },
    );
    const crumbs = [{ href: '/waiting', label: 'Waiting list' }];
    return this.answers.send(reply, { page: UnplacedPage, view, crumbs });
  }
}
