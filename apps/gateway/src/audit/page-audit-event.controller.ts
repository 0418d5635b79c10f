import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { logAccess } from '@linking/application/accounts/access-log.js';
import { rolesOfUsers } from '@linking/application/accounts/roles-of-users.js';
import type { Scope } from '@linking/application/accounts/scope.js';
import { verifyEvent } from '@linking/application/audit/verify-event.js';
import { linkInScope } from '@linking/application/links/link-in-scope.js';
import { schoolsInWords } from '@linking/application/links/link-words.js';
import { EVENT_STORE, POOL } from '@linking/application/ports.js';
import type { EventStore } from '@linking/events/event-store.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { linkNames } from '@linking/application/links/link-names.js';
import { EventPage } from '../pages/audit/event-page.js';
import { toAuditedLinks } from './audit-crumbs.js';
import { eventView } from './event-view-model.js';
import { eventHref, timelineHref } from './timeline-filters.js';

const NO_SUCH_EVENT = 'This link has no such event.';

/** One event of a link, down to its stored text and its place in the signed log. */
@Controller('audit/links/:ref/events/:revision')
@Access('auditor', 'national')
export class PageAuditEventController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async show(
    @Param('ref') ref: string,
    @Param('revision') revision: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { pool, store } = this;
    const { history, stored } = await this.#event(ref, revision, scope);
    const [names, roles, verification] = await Promise.all([
      linkNames(pool, history.facts),
      rolesOfUsers(pool, [stored.envelope.actor]),
      verifyEvent({ pool, store }, ref, stored.envelope.revision),
    ]);
    const schools = schoolsInWords(history.link, names);
    const view = eventView({ history, stored, names, roles, schools, verification });
    if (view === undefined) throw new NotFound(NO_SUCH_EVENT);
    const crumbs = [...toAuditedLinks, { href: timelineHref(ref), label: ref }];
    return this.answers.send(reply, { page: EventPage, view, crumbs });
  }

  @Get('text')
  async text(
    @Param('ref') ref: string,
    @Param('revision') revision: string,
    @CurrentUser() { user, scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { stored } = await this.#event(ref, revision, scope);
    const number = stored.envelope.revision;
    const subject = eventHref(ref, number);
    await logAccess(this.pool, { userId: user.id, action: 'export', subject });
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${ref}-event-${number}.json"`)
      .send(Buffer.from(stored.body));
  }

  async #event(ref: string, revision: string, scope: Scope) {
    const history = await linkInScope(this.store, scope, ref);
    const stored = history.stored.find(({ envelope }) => String(envelope.revision) === revision);
    if (stored === undefined) throw new NotFound(NO_SUCH_EVENT);
    return { history, stored };
  }
}
