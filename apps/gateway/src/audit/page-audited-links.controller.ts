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
  auditFigures,
  findAuditedLinks,
  linkMarks,
  type AuditCount,
} from '@linking/projections/link-board/audited-links.js';
import { countByStage } from '@linking/projections/link-board/link-board-queries.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import { Access } from '../http/access.js';
import { cursorParts } from '../http/cursors.js';
import { PageAnswers } from '../http/page-answers.js';
import { cursorOf } from '../http/paging.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { textsOf } from '../links/link-reader.js';
import { AuditedLinksPage } from '../pages/audit/audited-links-page.js';
import { auditedLinksView, type AuditedFilters } from './audited-links-view-model.js';

const A_PAGE = 50;
const COUNT_PART = /^\d{1,9}$/;
const REF_PART = /^[A-Z]{2,5}-\d{4}-\d{3,5}$/;

/** Every link with what was corrected, voided, overridden, entered late or imported in it. */
@Controller('audit/links')
@Access('auditor', 'national')
export class PageAuditedLinksController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async list(
    @Query() query: Record<string, unknown>,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const view = await this.#view(textsOf(query), scope);
    const crumbs = [{ href: '/audit', label: 'Audit' }];
    return this.answers.send(reply, { page: AuditedLinksPage, view, crumbs });
  }

  async #view(asked: Readonly<Record<string, string>>, scope: Scope) {
    const today = londonDay(this.clock.now());
    const filters = filtersOf(asked, academicYearOfDay(today));
    const { sort, ...others } = filters;
    const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== ''));
    const seen = (params: unknown[]) => scopeCondition(scope, params, ['programme', 'partner_programme']);
    const query = { ...given, today, scope: seen };
    const [count, ref] = cursorParts(asked['after'] || undefined, COUNT_PART, REF_PART) ?? [];
    const after = ref === undefined ? {} : { after: { ref, count: Number(count) } };
    const [found, figures, counts, programmes] = await Promise.all([
      findAuditedLinks(this.pool, { ...query, sort: sort || 'ref', limit: A_PAGE + 1, ...after }),
      auditFigures(this.pool, { ...query, mark: undefined } as typeof query),
      countByStage(this.pool, { ...query, stage: undefined } as typeof query),
      listProgrammes(this.pool, { programmes: scope.programmes, limit: 200 }),
    ]);
    const links = found.slice(0, A_PAGE);
    const last = links.at(-1);
    const more = found.length > A_PAGE && last !== undefined;
    return auditedLinksView({
      filters,
      links,
      ...(more ? { next: cursorOf([sort === '' ? 0 : last.counts[sort], last.link.ref]) } : {}),
      figures,
      counts,
      programmes,
      names: await linkWords(
        this.pool,
        links.map(({ link }) => link),
      ),
      today,
    });
  }
}

/** The bare address shows the year that is now. */
function filtersOf(asked: Readonly<Record<string, string>>, thisYear: string): AuditedFilters {
  const { programme = '', year = thisYear, stage = '', outcome = '', q = '' } = asked;
  const sorts: readonly AuditCount[] = ['entries', ...linkMarks];
  return {
    programme,
    year,
    stage,
    outcome,
    q: q.trim().slice(0, 100),
    mark: linkMarks.find((mark) => mark === asked['mark']) ?? '',
    sort: sorts.find((sort) => sort === asked['sort']) ?? '',
  };
}
