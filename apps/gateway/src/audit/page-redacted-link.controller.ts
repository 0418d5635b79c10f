import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { logAccess } from '@linking/application/accounts/access-log.js';
import { rolesOfUsers } from '@linking/application/accounts/roles-of-users.js';
import { newestCheckpoint } from '@linking/application/audit/ledger-tables.js';
import { verifyLink } from '@linking/application/audit/verify-link.js';
import { linkInScope } from '@linking/application/links/link-in-scope.js';
import { CLOCK, EVENT_STORE, POOL } from '@linking/application/ports.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { correspondenceOf } from '@linking/projections/link-history/link-history.js';
import { findProgramme } from '@linking/projections/programmes/programmes.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { linkNames } from '@linking/application/links/link-names.js';
import { RedactedPage } from '../pages/audit/redacted-page.js';
import { toAuditedLinks } from './audit-crumbs.js';
import { namedIn } from './named-in.js';
import { redactedNames } from './redacted-names.js';
import { redactedView } from './redacted-view-model.js';
import { timelineHref } from './timeline-filters.js';

/** A link's history to print and to hand on. */
@Controller('audit/links/:ref/print')
@Access('auditor', 'national')
export class PageRedactedLinkController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async print(
    @Param('ref') ref: string,
    @CurrentUser() { user, scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const history = await linkInScope(this.store, scope, ref);
    const { link, facts } = history;
    const correspondence = await correspondenceOf(this.pool, ref);
    const [names, roles, programme, newest] = await Promise.all([
      linkNames(this.pool, facts, namedIn(correspondence)),
      rolesOfUsers(
        this.pool,
        facts.map(({ actor }) => actor),
      ),
      findProgramme(this.pool, link.programme),
      newestCheckpoint(this.pool),
    ]);
    const { pool, store } = this;
    const verified = newest === undefined ? undefined : await verifyLink({ pool, store }, ref);
    const view = redactedView({
      history,
      correspondence,
      names: redactedNames(names, { link, facts, roles }),
      programmeName: programme?.name ?? link.programme,
      printedBy: user,
      now: this.clock.now(),
      newest,
      verified,
    });
    const subject = `${timelineHref(ref)}/print`;
    const detail = newest === undefined ? {} : { size: newest.size };
    await logAccess(this.pool, { userId: user.id, action: 'print', subject, detail });
    const crumbs = [...toAuditedLinks, { href: timelineHref(ref), label: ref }];
    return this.answers.send(reply, { page: RedactedPage, view, crumbs });
  }
}
