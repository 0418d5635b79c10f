import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { covers } from '@linking/application/accounts/scope.js';
import { ReceiveInterest } from '@linking/application/interests/interest-commands.js';
import { interestDetails, interestsDetails } from '@linking/application/interests/interest-details.js';
import type { InterestDetails } from '@linking/application/interests/interest-details.js';
import { seenInterest } from '@linking/application/interests/read-interest.js';
import { EVENT_STORE, POOL } from '@linking/application/ports.js';
import type { EventStore } from '@linking/events/event-store.js';
import { listInterests } from '@linking/projections/waiting-list/interests-query.js';
import { Access } from '../http/access.js';
import { IdAddress } from '../http/addresses.dto.js';
import { Answers } from '../http/answers.js';
import { ApiCreate, ApiRead, ApiReadRevision, Writes } from '../http/api-docs.js';
import { DAY_PART, UUID_PART, cursorParts } from '../http/cursors.js';
import { pageOf } from '../http/paging.js';
import { plainOf } from '../http/plain.js';
import { programmesOf } from '@linking/application/accounts/programmes-of.js';
import { etagOf } from '../http/revisions.js';
import { apiSender } from '../http/sender.js';
import { CurrentUser } from '../http/signed-in.js';
import type { SignedIn } from '../http/signed-in.js';
import {
  InterestAnswer,
  ReceivedInterestAnswer,
  InterestsPage,
  InterestsQuery,
  ReceiveInterestBody,
  interestExamples,
} from './interests.dto.js';

@ApiTags('interests')
@Controller('api/v1/interests')
export class ApiInterestsController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  @Get()
  @Access('signed-in')
  @ApiOperation({ summary: 'The waiting list of your programmes, by the day the school asked' })
  @ApiRead(InterestsPage, 400)
  async list(@Query() query: InterestsQuery, @CurrentUser() { scope }: SignedIn): Promise<InterestsPage> {
    const { after, limit, programme, year, status } = query;
    const cursor = cursorParts(after, DAY_PART, UUID_PART);
    const found = await listInterests(this.pool, {
      programmes: programmesOf(scope, programme),
      ...(year === undefined ? {} : { year }),
      ...(status === undefined ? {} : { status }),
      ...(cursor === undefined ? {} : { after: { expressedOn: cursor[0]!, id: cursor[1]! } }),
      limit: limit + 1,
    });
    const page = pageOf(
      found,
      limit,
      (interest) => interest,
      ({ expressedOn, id }) => [expressedOn, id],
    );
    return { items: await interestsDetails(this.pool, page.items), next: page.next };
  }

  @Get(':id')
  @Access('signed-in')
  @ApiOperation({ summary: 'One interest' })
  @ApiReadRevision(InterestAnswer)
  async one(
    @Param() { id }: IdAddress,
    @CurrentUser() { scope }: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InterestDetails> {
    const { interest } = await seenInterest(this.store, id, scope);
    reply.header('etag', etagOf(interest.revision));
    return interestDetails(this.pool, interest);
  }

  @Post()
  @Access('coordinator', 'national')
  @ApiOperation({ summary: 'A school wishes to link' })
  @Writes('InterestReceived', 'InterestHandedOver', 'InterestRouted', 'InterestUnplaced', 'InterestKept')
  @ApiBody({
    type: ReceiveInterestBody,
    examples: { 'receive-interest': { value: interestExamples.receive } },
  })
  @ApiCreate(ReceivedInterestAnswer)
  async receive(
    @Body() body: ReceiveInterestBody,
    @CurrentUser() signedIn: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    if (body.programme !== undefined && !covers(signedIn.scope, body.programme)) throw new NotFound();
    return this.answers.once(reply, async (commandId) => {
      const receiving = new ReceiveInterest(plainOf(body), apiSender(signedIn, commandId));
      const { interest, warnings = [] } = await this.commands.execute(receiving);
      const headers = { etag: etagOf(interest.revision), location: `/api/v1/interests/${interest.id}` };
      const received = { ...(await interestDetails(this.pool, interest)), warnings };
      return { status: 201, body: received, headers };
    });
  }
}
