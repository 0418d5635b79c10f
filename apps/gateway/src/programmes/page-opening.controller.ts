import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { POOL } from '@linking/application/ports.js';
import { ChangeProgramme } from '@linking/application/programmes/change-programme.js';
import { openingOf, type Opening } from '@linking/application/programmes/opening.js';
import {
  planSessions,
  recordInterests,
  type TakenOver,
  type TakingOver,
} from '@linking/application/programmes/take-over.js';
import { isAcademicYear } from '@linking/domain/calendar/academic-year.js';
import { listVenues } from '@linking/projections/venues/venues.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { shownSoon } from '../http/soon.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { academicYear, counted } from '@linking/words/format.js';
import { OpeningPage } from '../pages/programmes/opening-page.js';
import { dayField, openingView, planField } from './opening-view-model.js';
import { crumbsOf, errorOf } from './programme-answers.js';
import { ProgrammePages, type SeenProgramme } from './programme-pages.js';

/** A year of a programme: opened, and then filled with what its coordinator confirms. */
@Controller('programmes/:slug/years/:year')
@Access('coordinator', 'national')
export class PageOpeningController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(ProgrammePages) private readonly pages: ProgrammePages,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  @Access('signed-in')
  async show(
    @Param('slug') slug: string,
    @Param('year') year: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = await this.pages.see(slug, scope);
    return this.#page(reply, seen, await this.#opening(seen, year));
  }

  @Post('open')
  async open(
    @Param('slug') slug: string,
    @Param('year') year: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = await this.pages.seeToChange(slug, scope);
    const asked = { type: 'OpenYear', year } as const;
    try {
      await this.bus.execute(new ChangeProgramme(slug, asked, senderOfForm(reply.request, body)));
    } catch (error) {
      const text = errorOf(error).message;
      return this.answers.seeOther(reply, addressOf(seen, year), { tone: 'amber', text });
    }
    const text = `${academicYear(year)} is opened. Nobody has been written to.`;
    return this.answers.seeOther(reply, addressOf(seen, year), { tone: 'green', text });
  }

  @Post('sessions')
  async plan(
    @Param('slug') slug: string,
    @Param('year') year: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = await this.pages.seeToChange(slug, scope);
    const opening = await this.#opening(seen, year);
    const posted = new PostedForm(body);
    const wanted = opening.sessions
      .filter(({ sessionId }) => posted.tick(planField(sessionId)))
      .map(({ sessionId }) => ({ sessionId, on: posted.day(dayField(sessionId), 'Enter its day') }));
    if (wanted.length === 0) {
      posted.wrong(planField(opening.sessions[0]?.sessionId ?? ''), 'Tick at least one session');
    }
    if (posted.errors.length > 0) return this.#page(reply, seen, opening, posted);
    return this.#taken(
      reply,
      { seen, opening, posted },
      {
        take: (taking) => planSessions(taking, opening, wanted),
        field: dayField,
        count: ({ sessions }) => sessions.filter(({ planned }) => planned !== undefined).length,
        done: (count) =>
          `${counted(count, 'session is', 'sessions are')} planned. Nobody has been invited yet.`,
      },
    );
  }

  @Post('interests')
  async record(
    @Param('slug') slug: string,
    @Param('year') year: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = await this.pages.seeToChange(slug, scope);
    const opening = await this.#opening(seen, year);
    const posted = new PostedForm(body);
    const urns = posted.list('urns');
    if (urns.length === 0) posted.wrong('urns', 'Tick at least one school');
    if (posted.errors.length > 0) return this.#page(reply, seen, opening, posted);
    return this.#taken(
      reply,
      { seen, opening, posted },
      {
        take: (taking) => recordInterests(taking, opening, urns),
        field: () => 'urns',
        count: ({ schools }) => schools.filter(({ interest }) => interest !== undefined).length,
        done: (count) =>
          `${counted(count, 'school is', 'schools are')} recorded. Each headteacher gets a mail that says so.`,
      },
    );
  }

  /** What could not be taken over is said row by row; the others are done and shown so. */
  async #taken(
    reply: FastifyReply,
    { seen, opening, posted }: { seen: SeenProgramme; opening: Opening; posted: PostedForm },
    kind: {
      readonly take: (taking: TakingOver) => Promise<readonly TakenOver[]>;
      readonly field: (what: string) => string;
      readonly count: (opening: Opening) => number;
      readonly done: (count: number) => string;
    },
  ): Promise<FastifyReply> {
    const { slug } = seen.programme;
    const { year } = opening;
    const sender = senderOfForm(reply.request, reply.request.body as Posted);
    let results: readonly TakenOver[];
    try {
      results = await kind.take({ bus: this.bus, slug, sender });
    } catch (error) {
      const text = errorOf(error).message;
      return this.answers.seeOther(reply, addressOf(seen, year), { tone: 'amber', text });
    }
    const done = results.filter(({ status }) => status === 'done').length;
    await shownSoon(async () => kind.count(await this.#opening(seen, year)) >= kind.count(opening) + done);
    for (const result of results) {
      if (result.status === 'refused') {
        const school = opening.schools.find(({ urn }) => urn === result.what)?.school;
        const whose = school === undefined ? '' : `${school}: `;
        posted.wrong(kind.field(result.what), `${whose}${result.sentence}`);
      }
    }
    if (posted.errors.length > 0) return this.#page(reply, seen, await this.#opening(seen, year), posted);
    const text = kind.done(done);
    return this.answers.seeOther(reply, addressOf(seen, year), { tone: 'green', text });
  }

  #opening({ programme, today }: SeenProgramme, year: string): Promise<Opening> {
    if (!isAcademicYear(year)) throw new NotFound();
    return openingOf(this.pool, programme, { year, today });
  }

  async #page(
    reply: FastifyReply,
    seen: SeenProgramme,
    opening: Opening,
    posted?: PostedForm,
  ): Promise<FastifyReply> {
    const { programme } = seen;
    const venues = await listVenues(this.pool, { programmes: [programme.slug], limit: 1_000 });
    const view = openingView(seen, opening, {
      parts: this.answers.formParts(reply),
      venues: venues.length,
      ...(posted === undefined
        ? {}
        : { typed: { form: formOf(posted), values: posted.values(), errors: posted.errors } }),
    });
    const status = posted === undefined ? 200 : 422;
    return this.answers.send(reply, {
      page: OpeningPage,
      view,
      status,
      crumbs: crumbsOf(programme),
    });
  }
}

/** Which of the two forms was sent. */
const formOf = ({ errors }: PostedForm): 'sessions' | 'schools' =>
  errors.some(({ field = '' }) => field.startsWith('session')) ? 'sessions' : 'schools';

const addressOf = ({ programme }: SeenProgramme, year: string) =>
  `/programmes/${programme.slug}/years/${year}`;
