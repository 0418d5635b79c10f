import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { logAccess } from '@linking/application/accounts/access-log.js';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import type { Scope } from '@linking/application/accounts/scope.js';
import { readMailsPause } from '@linking/application/operations/pauses.js';
import { POOL } from '@linking/application/ports.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { termsAhead, type TermAhead } from '@linking/domain/calendar/terms-ahead.js';
import { calendarOf } from '@linking/domain/programme/programme-year.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { textsOf } from '../links/link-reader.js';
import { MessagePage } from '../pages/layout/message-page.js';
import { RemindersPage } from '../pages/reminders/reminders-page.js';
import { rehearsalCsv } from './rehearsal-csv.js';
import { RehearsalReader, type ReadProgramme } from './rehearsal-reader.js';
import { remindersView } from './rehearsal-view-model.js';

/** Every mail of a term before it goes, for whoever may see the programme. */
@Controller('reminders')
@Access('signed-in')
export class PageRemindersController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(RehearsalReader) private readonly reader: RehearsalReader,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async show(
    @Query() query: Record<string, unknown>,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const asked = textsOf(query);
    const programmes = await listProgrammes(this.pool, { programmes: scope.programmes, limit: 200 });
    const slug = asked['programme'] ?? (scope.own[0] || programmes[0]?.slug);
    if (slug === undefined) return this.#none(reply);
    const { read, terms, term } = await this.#term(slug, asked['term'], scope);
    const rehearsed = await this.reader.read(read, term, scope);
    const view = remindersView({
      rehearsed,
      mailsPause: await readMailsPause(this.pool),
      terms,
      term,
      day: asked['day'],
      programmes,
      parts: () => this.answers.formParts(reply),
    });
    return this.answers.send(reply, { page: RemindersPage, view });
  }

  /** The same mails as a file. Who copied what is kept. */
  @Get('list.csv')
  async copy(
    @Query() query: Record<string, unknown>,
    @CurrentUser() { user, scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const asked = textsOf(query);
    const { read, term } = await this.#term(asked['programme'] ?? '', asked['term'], scope);
    const rehearsed = await this.reader.read(read, term, scope);
    const detail = { programme: read.programme.slug, term: term.name, mails: rehearsed.goes.length };
    await logAccess(this.pool, { userId: user.id, action: 'export', subject: '/reminders/list.csv', detail });
    const name = `mails-${read.programme.slug}-${term.academicYear}-${term.name}.csv`;
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(rehearsalCsv(rehearsed));
  }

  async #term(
    slug: string,
    asked: string | undefined,
    scope: Scope,
  ): Promise<{
    readonly read: ReadProgramme;
    readonly terms: readonly TermAhead[];
    readonly term: TermAhead;
  }> {
    const read = await this.reader.programme(slug, scope);
    const today = londonDay(this.reader.now());
    const terms = termsAhead(today, (year) => calendarOf(read.programme, year));
    const term = terms.find(({ name }) => name === asked) ?? terms[0];
    if (term === undefined) throw new NotFound();
    return { read, terms, term };
  }

  #none(reply: FastifyReply): FastifyReply {
    const sentences = ['Reminders are sent for programmes that have joined the network.'];
    const view = { heading: 'No programme yet', sentences };
    return this.answers.send(reply, { page: MessagePage, view });
  }
}
