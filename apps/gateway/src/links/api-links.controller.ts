import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { covers, scopeCondition } from '@linking/application/accounts/scope.js';
import { linkAt } from '@linking/application/links/link-at.js';
import { linkDetails, linksDetails } from '@linking/application/links/link-details.js';
import type { LinkDetails } from '@linking/application/links/link-details.js';
import { linkInScope } from '@linking/application/links/link-in-scope.js';
import { ProposeLink } from '@linking/application/links/propose-link.js';
import { CLOCK, EVENT_STORE, POOL } from '@linking/application/ports.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { dayOf } from '@linking/domain/link/replay.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { findLinks } from '@linking/projections/link-board/link-board-queries.js';
import { Access } from '../http/access.js';
import { Answers } from '../http/answers.js';
import { ApiCreate, ApiRead, ApiReadRevision, Writes } from '../http/api-docs.js';
import { TEXT_PART, cursorParts } from '../http/cursors.js';
import { pageOf } from '../http/paging.js';
import { plainOf } from '../http/plain.js';
import { etagOf } from '../http/revisions.js';
import { apiSender } from '../http/sender.js';
import { CurrentUser } from '../http/signed-in.js';
import type { SignedIn } from '../http/signed-in.js';
import { LinkMomentQuery, LinksQuery, momentOf } from './link-queries.dto.js';
import { LinkAnswer, LinksPage, RefParam } from './link.dto.js';
import { proposalExample } from './command-examples.js';
import { ProposeLinkBody } from './proposal.dto.js';

@ApiTags('links')
@Controller('api/v1/links')
export class ApiLinksController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  @Get()
  @Access('signed-in')
  @ApiOperation({ summary: 'The links of your programmes, by reference' })
  @ApiRead(LinksPage, 400)
  async list(@Query() query: LinksQuery, @CurrentUser() { scope }: SignedIn): Promise<LinksPage> {
    const { after, limit, ...filters } = query;
    const today = this.today();
    const found = await findLinks(this.pool, {
      ...filters,
      scope: (params) => scopeCondition(scope, params, ['programme', 'partner_programme']),
      after: cursorParts(after, TEXT_PART)?.[0] ?? '',
      limit: limit + 1,
      today,
    });
    const page = pageOf(
      found,
      limit,
      (link) => link,
      ({ ref }) => [ref],
    );
    return { next: page.next, items: await linksDetails(this.pool, page.items, today) };
  }

  @Post()
  @Access('coordinator', 'national')
  @ApiOperation({
    summary: 'Propose a link of two offered classes',
  })
  @Writes('InterestRecorded', 'LinkProposed')
  @ApiBody({ type: ProposeLinkBody, examples: { 'propose-link': { value: proposalExample } } })
  @ApiCreate(LinkAnswer)
  async propose(
    @Body() body: ProposeLinkBody,
    @CurrentUser() signedIn: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    if (!covers(signedIn.scope, body.programme)) throw new NotFound();
    const { occurredOn, note, overrides, ...proposal } = plainOf(body);
    return this.answers.once(reply, async (commandId) => {
      const said = plainOf({ occurredOn, note, overrides });
      const proposing = new ProposeLink(proposal, said, apiSender(signedIn, commandId));
      const { link } = await this.commands.execute(proposing);
      const headers = { etag: etagOf(link.revision), location: `/api/v1/links/${link.ref}` };
      return { status: 201, body: await linkDetails(this.pool, link, this.today()), headers };
    });
  }

  @Get(':ref')
  @Access('signed-in')
  @ApiOperation({ summary: 'One link: now, after some of its events, or at a past date' })
  @RefParam()
  @ApiReadRevision(LinkAnswer, 400)
  async one(
    @Param('ref') ref: string,
    @Query() query: LinkMomentQuery,
    @CurrentUser() { scope }: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LinkDetails> {
    const history = await linkInScope(this.store, scope, ref);
    const moment = momentOf(query);
    if (moment === undefined) {
      reply.header('etag', etagOf(history.link.revision));
      return linkDetails(this.pool, history.link, this.today());
    }
    const today = 'asAt' in moment ? dayOf(moment.asAt) : this.today();
    return linkDetails(this.pool, linkAt(history, moment), today);
  }

  private today(): string {
    return londonDay(this.clock.now());
  }
}
