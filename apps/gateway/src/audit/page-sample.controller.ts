import { randomBytes } from 'node:crypto';
import { Controller, Get, Header, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { accessesOf, lastOpened, logAccess } from '@linking/application/accounts/access-log.js';
import type { User } from '@linking/application/accounts/user.js';
import { drawSample, linksToDrawFrom } from '@linking/application/audit/draw-sample.js';
import { newestCheckpoint } from '@linking/application/audit/ledger-tables.js';
import { linkWords } from '@linking/application/links/link-words.js';
import { CLOCK, POOL } from '@linking/application/ports.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { academicYearOfDay } from '@linking/domain/calendar/school-calendar.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { linksByRef } from '@linking/projections/link-board/link-board-queries.js';
import { listProgrammes, type Programme } from '@linking/projections/programmes/programmes.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { SamplePage } from '../pages/audit/sample-page.js';
import { toAuditedLinks } from './audit-crumbs.js';
import { sampleAsked, sampleForm, sampleHref, type SampleAsked } from './sample-form.js';
import { drawnView, earlierDraws } from './sample-view-model.js';
import { timelineHref } from './timeline-filters.js';

const DRAWS_READ = 50;

/** A random sample of links, which the same seed and checkpoint draw again. */
@Controller('audit/sample')
@Access('auditor', 'national')
export class PageSampleController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async show(
    @Query() query: Readonly<Record<string, unknown>>,
    @CurrentUser() { user, scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const programmes = await listProgrammes(this.pool, { programmes: scope.programmes, limit: 200 });
    const { asked, ...typed } = await this.#asked(query, programmes);
    // A draw has an address of its own, with all that it takes to draw it again.
    const seeded = asked && { ...asked, seed: asked.seed || randomBytes(6).toString('hex') };
    if (seeded !== undefined && sampleHref(seeded) !== sampleHref({ ...seeded, ...given(query) })) {
      return this.answers.seeOther(reply, sampleHref(seeded));
    }
    const drawn = seeded && (await this.#draw(seeded, user, programmes));
    const kept = await accessesOf(this.pool, { userId: user.id, action: 'draw', limit: DRAWS_READ });
    const today = londonDay(this.clock.now());
    const view = {
      form: sampleForm(typed, { programmes, today, again: drawn !== undefined }),
      ...(drawn === undefined ? {} : { drawn }),
      earlier: earlierDraws(kept),
    };
    const crumbs = [...toAuditedLinks];
    const status = typed.errors.length > 0 ? { status: 422 } : {};
    return this.answers.send(reply, { page: SamplePage, view, crumbs, ...status });
  }

  /** The references that a sample is drawn from, for whoever draws it by hand. */
  @Get('links.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  async frame(
    @Query() query: Readonly<Record<string, unknown>>,
    @CurrentUser() { user, scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const programmes = await listProgrammes(this.pool, { programmes: scope.programmes, limit: 200 });
    const { asked } = await this.#asked({ ...query, count: '1' }, programmes);
    if (asked === undefined) throw new NotFound('There is no such list.');
    const refs = await linksToDrawFrom(this.pool, asked);
    await logAccess(this.pool, { userId: user.id, action: 'export', subject: '/audit/sample/links.txt' });
    return reply
      .header('content-disposition', `attachment; filename="links-${asked.upTo}.txt"`)
      .send(refs.map((ref) => `${ref}\n`).join(''));
  }

  async #asked(query: Readonly<Record<string, unknown>>, programmes: readonly Programme[]) {
    const signed = (await newestCheckpoint(this.pool))?.size ?? 0;
    const year = academicYearOfDay(londonDay(this.clock.now()));
    return sampleAsked(query, { programmes, signed, year });
  }

  async #draw(asked: SampleAsked, user: User, programmes: readonly Programme[]) {
    const { pool } = this;
    const refs = await linksToDrawFrom(pool, asked);
    const drawn = drawSample(refs, asked.seed, asked.count);
    const detail = { ...asked, of: refs.length, refs: drawn.map(({ ref }) => ref) };
    await logAccess(pool, { userId: user.id, action: 'draw', subject: '/audit/sample', detail });
    const links = await linksByRef(pool, detail.refs);
    const pagesOf = (ref: string) => [timelineHref(ref), `/links/${ref}`];
    const [words, read] = await Promise.all([
      linkWords(pool, links),
      lastOpened(pool, user.id, detail.refs.flatMap(pagesOf)),
    ]);
    const opened = detail.refs.flatMap((ref) => {
      const last = pagesOf(ref)
        .flatMap((page) => read.get(page) ?? [])
        .toSorted()
        .at(-1);
      return last === undefined ? [] : [[ref, last] as const];
    });
    return drawnView({
      asked,
      drawn,
      of: refs.length,
      links,
      words,
      where: programmes.find(({ slug }) => slug === asked.programme)?.name ?? 'all programmes',
      opened: new Map(opened),
      drawnBy: user.name,
      now: this.clock.now(),
    });
  }
}

/** What of a draw stands in its address already. */
function given({ seed, upTo }: Readonly<Record<string, unknown>>): Pick<SampleAsked, 'seed' | 'upTo'> {
  return { seed: typeof seed === 'string' ? seed : '', upTo: Number(upTo) };
}
