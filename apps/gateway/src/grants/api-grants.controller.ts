import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { AddGrant, ChangeGrant, type GrantRequest } from '@linking/application/grants/grant-commands.js';
import { readGrant } from '@linking/application/grants/read-grant.js';
import { grantDetails, maySeeGrant, programmesWithFunders } from '@linking/application/grants/seen-grants.js';
import { EVENT_STORE, POOL } from '@linking/application/ports.js';
import type { Grant } from '@linking/domain/grant/grant.js';
import type { EventStore } from '@linking/events/event-store.js';
import { listGrants } from '@linking/projections/grants/grants.js';
import { Access } from '../http/access.js';
import { IdAddress } from '../http/addresses.dto.js';
import { Answers } from '../http/answers.js';
import { ApiChange, ApiCreate, ApiRead, ApiReadRevision, Writes } from '../http/api-docs.js';
import { DAY_PART, UUID_PART, cursorParts } from '../http/cursors.js';
import { pageOf } from '../http/paging.js';
import { plainOf } from '../http/plain.js';
import { etagOf, ifMatch } from '../http/revisions.js';
import { apiSender } from '../http/sender.js';
import { CurrentUser, signedInOf, type SignedIn } from '../http/signed-in.js';
import {
  EndGrantBody,
  GrantAnswer,
  GrantBody,
  GrantsPage,
  GrantsQuery,
  ReportDeliveredBody,
  grantAnswer,
  grantExample,
  grantOf,
} from './grants.dto.js';

/** The register of funders, for programmes that keep one. */
@ApiTags('grants')
@Controller('api/v1/grants')
export class ApiGrantsController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  @Get()
  @Access('signed-in')
  @ApiOperation({ summary: 'Grants that pay for your programmes, the one that ends last on top' })
  @ApiRead(GrantsPage, 400)
  async list(@Query() query: GrantsQuery, @CurrentUser() { scope }: SignedIn): Promise<GrantsPage> {
    const { after, limit, programme } = query;
    const cursor = cursorParts(after, DAY_PART, UUID_PART);
    const slugs = (await programmesWithFunders(this.pool, scope)).map(({ slug }) => slug);
    const found = await listGrants(this.pool, {
      programmes: slugs.filter((slug) => programme === undefined || slug === programme),
      ...(cursor === undefined ? {} : { after: { until: cursor[0]!, grantId: cursor[1]! } }),
      limit: limit + 1,
    });
    const page = pageOf(
      found,
      limit,
      (grant) => grant,
      ({ ended, until, grantId }) => [ended?.on ?? until, grantId],
    );
    const details = await grantDetails(this.pool, page.items);
    return { items: details.map(grantAnswer), next: page.next };
  }

  @Get(':id')
  @Access('signed-in')
  @ApiOperation({ summary: 'One grant' })
  @ApiReadRevision(GrantAnswer)
  async one(
    @Param() { id }: IdAddress,
    @CurrentUser() { scope }: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GrantAnswer> {
    const grant = await this.#seen(id, scope);
    reply.header('etag', etagOf(grant.revision));
    return this.#answer(grant);
  }

  @Post()
  @Access('coordinator', 'national')
  @ApiOperation({ summary: 'A funder pays for something in programmes, for a time' })
  @Writes('GrantAdded')
  @ApiBody({ type: GrantBody, examples: { 'add-grant': { value: grantExample } } })
  @ApiCreate(GrantAnswer)
  async add(
    @Body() body: GrantBody,
    @CurrentUser() signedIn: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.answers.once(reply, async (commandId) => {
      const adding = new AddGrant(grantOf(plainOf(body)), apiSender(signedIn, commandId));
      const { grant } = await this.commands.execute(adding);
      const headers = { etag: etagOf(grant.revision), location: `/api/v1/grants/${grant.grantId}` };
      return { status: 201, body: await this.#answer(grant), headers };
    });
  }

  @Post(':id/change')
  @HttpCode(200)
  @Access('coordinator', 'national')
  @ApiOperation({ summary: 'The grant as it shall be' })
  @Writes('GrantChanged')
  @ApiBody({ type: GrantBody, examples: { change: { value: { ...grantExample, pays: ['coach'] } } } })
  @ApiChange(GrantAnswer)
  change(
    @Param() { id }: IdAddress,
    @Body() body: GrantBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.#change(id, { type: 'ChangeGrant', ...grantOf(plainOf(body)) }, reply);
  }

  @Post(':id/report-delivered')
  @HttpCode(200)
  @Access('coordinator', 'national')
  @ApiOperation({ summary: 'A report went to the funder: nobody is reminded of it any more' })
  @Writes('GrantReportDelivered')
  @ApiBody({
    type: ReportDeliveredBody,
    examples: { 'report-delivered': { value: { due: '2027-01-31', on: '2027-01-25' } } },
  })
  @ApiChange(GrantAnswer)
  reportDelivered(
    @Param() { id }: IdAddress,
    @Body() body: ReportDeliveredBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.#change(id, { type: 'RecordReportDelivered', ...plainOf(body) }, reply);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Access('coordinator', 'national')
  @ApiOperation({ summary: 'The grant ends, earlier than was said or as it was' })
  @Writes('GrantEnded')
  @ApiBody({
    type: EndGrantBody,
    examples: { end: { value: { on: '2027-03-31', reasonCode: 'funder-withdrew' } } },
  })
  @ApiChange(GrantAnswer)
  end(
    @Param() { id }: IdAddress,
    @Body() body: EndGrantBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.#change(id, { type: 'EndGrant', ...plainOf(body) }, reply);
  }

  async #change(id: string, asked: GrantRequest, reply: FastifyReply): Promise<string> {
    const signedIn = signedInOf(reply.request);
    await this.#seen(id, signedIn.scope);
    return this.answers.once(reply, async (commandId) => {
      const changing = new ChangeGrant(id, asked, apiSender(signedIn, commandId), ifMatch(reply.request));
      const { grant } = await this.commands.execute(changing);
      const headers = { etag: etagOf(grant.revision) };
      return { status: 200, body: await this.#answer(grant), headers };
    });
  }

  async #seen(id: string, scope: SignedIn['scope']): Promise<Grant> {
    const { grant } = await readGrant(this.store, id);
    const programmes = await programmesWithFunders(this.pool, scope);
    if (grant === undefined || !maySeeGrant(grant, programmes)) throw new NotFound();
    return grant;
  }

  async #answer(grant: Grant): Promise<GrantAnswer> {
    const [details] = await grantDetails(this.pool, [grant]);
    return grantAnswer(details!);
  }
}
