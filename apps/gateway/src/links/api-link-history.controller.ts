import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type pg from 'pg';
import { linkInScope } from '@linking/application/links/link-in-scope.js';
import type { Mail } from '@linking/application/mails/mail.js';
import { listMails } from '@linking/application/mails/outbox.js';
import { peopleById } from '@linking/application/people/people.js';
import { EVENT_STORE, POOL } from '@linking/application/ports.js';
import { isEnteredLate } from '@linking/domain/link/late-entries.js';
import type { EventStore } from '@linking/events/event-store.js';
import { Access } from '../http/access.js';
import { ApiRead } from '../http/api-docs.js';
import { INSTANT_PART, TEXT_PART, cursorParts } from '../http/cursors.js';
import { PageQuery, pageOf } from '../http/paging.js';
import { CurrentUser } from '../http/signed-in.js';
import type { SignedIn } from '../http/signed-in.js';
import { EventsPage, MailsPage, RefParam } from './link.dto.js';

/** What happened to a link, and what was sent about it. */
@ApiTags('links')
@Access('signed-in')
@Controller('api/v1/links/:ref')
export class ApiLinkHistoryController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Get('events')
  @ApiOperation({ summary: 'The events of a link as they stand in the log, oldest first' })
  @RefParam()
  @ApiRead(EventsPage, 400, 404)
  async events(
    @Param('ref') ref: string,
    @Query() { after, limit }: PageQuery,
    @CurrentUser() { scope }: SignedIn,
  ): Promise<EventsPage> {
    const { stored, link } = await linkInScope(this.store, scope, ref);
    const late = new Set(link.entries.filter(isEnteredLate).map(({ event }) => event.id));
    const seen = Number(cursorParts(after, /^\d{1,9}$/)?.[0] ?? 0);
    const rest = stored.map(({ envelope }) => envelope).filter(({ revision }) => revision > seen);
    return pageOf(
      rest,
      limit,
      (envelope) => (late.has(envelope.id) ? { ...envelope, late: true as const } : envelope),
      ({ revision }) => [revision],
    );
  }

  @Get('mails')
  @ApiOperation({ summary: 'The mails about a link, the latest due first' })
  @RefParam()
  @ApiRead(MailsPage, 400, 404)
  async mails(
    @Param('ref') ref: string,
    @Query() { after, limit }: PageQuery,
    @CurrentUser() { scope }: SignedIn,
  ): Promise<MailsPage> {
    await linkInScope(this.store, scope, ref);
    const cursor = cursorParts(after, INSTANT_PART, TEXT_PART);
    const mails = await listMails(this.pool, {
      programmes: 'all',
      subject: ref,
      ...(cursor === undefined ? {} : { after: { dueAt: cursor[0]!, id: cursor[1]! } }),
      limit: limit + 1,
    });
    const people = await peopleById(
      this.pool,
      mails.map(({ personId }) => personId),
    );
    return pageOf(
      mails,
      limit,
      (mail) => ({ ...shownMail(mail), to: people.get(mail.personId)?.name ?? null }),
      ({ dueAt, id }) => [dueAt, id],
    );
  }
}

function shownMail({ id, content, step, kind, personId, dueAt, status, sentAt, reason }: Mail) {
  return {
    id,
    rule: content.rule,
    step,
    kind,
    personId,
    dueAt,
    status,
    ...(sentAt === undefined ? {} : { sentAt }),
    ...(reason === undefined ? {} : { reason }),
  };
}
