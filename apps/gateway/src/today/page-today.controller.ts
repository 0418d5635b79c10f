import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { covers } from '@linking/application/accounts/scope.js';
import { POOL } from '@linking/application/ports.js';
import { revisionOnBoard, sidesOfLinks } from '@linking/projections/link-board/link-board-queries.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { shownSoon } from '../http/soon.js';
import { textsOf } from '../links/link-reader.js';
import { AttentionPage } from '../pages/today/attention-page.js';
import { TodayPage } from '../pages/today/today-page.js';
import { readAfter } from './today-addresses.js';
import { TodayPages } from './today-pages.js';

/** The start page of whoever looks after links. */
@Controller('today')
@Access('coordinator', 'national')
export class PageTodayController {
  constructor(
    @Inject(TodayPages) private readonly pages: TodayPages,
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async today(
    @Query() query: Record<string, unknown>,
    @CurrentUser() signedIn: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { programme, after } = textsOf(query);
    const awaited = readAfter(after);
    if (awaited !== undefined) {
      await shownSoon(async () => (await revisionOnBoard(this.pool, awaited.ref)) >= awaited.revision);
    }
    const view = await this.pages.today(signedIn, asked(programme, signedIn));
    return this.answers.send(reply, { page: TodayPage, view });
  }

  @Get('attention')
  async attention(
    @Query('programme') programme: unknown,
    @CurrentUser() signedIn: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const view = await this.pages.attention(signedIn, asked(programme, signedIn));
    const crumbs = [{ href: '/today', label: 'Today' }];
    return this.answers.send(reply, { page: AttentionPage, view, crumbs });
  }

  /** A link's number leads to the link; everything else is looked for in the list. */
  @Get('search')
  async search(
    @Query('q') q: unknown,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const words = typeof q === 'string' ? q.trim().slice(0, 100) : '';
    const [link] = await sidesOfLinks(this.pool, [words.toUpperCase()]);
    if (link !== undefined && covers(scope, link.programme)) {
      return this.answers.seeOther(reply, `/links/${link.ref}`);
    }
    return this.answers.seeOther(reply, `/links?${new URLSearchParams({ q: words }).toString()}`);
  }
}

/** A programme outside the reader's scope is none: she sees her own. */
const asked = (programme: unknown, { scope }: SignedIn): string | undefined =>
  typeof programme === 'string' && programme !== '' && covers(scope, programme) ? programme : undefined;
