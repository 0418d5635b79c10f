import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { covers } from '@linking/application/accounts/scope.js';
import type { Sender } from '@linking/application/commands/sender.js';
import { EVENT_STORE, POOL } from '@linking/application/ports.js';
import { AddVenue } from '@linking/application/venues/add-venue.js';
import { BriefVenue } from '@linking/application/venues/brief-venue.js';
import { VoidBriefing } from '@linking/application/venues/void-briefing.js';
import { readVenue } from '@linking/application/venues/read-venue.js';
import { venueDetails } from '@linking/application/venues/venue-details.js';
import type { VenueDetails } from '@linking/application/venues/venue-details.js';
import type { EventStore } from '@linking/events/event-store.js';
import { listVenues } from '@linking/projections/venues/venues.js';
import type { Venue } from '@linking/projections/venues/venues.js';
import { Access } from '../http/access.js';
import { IdAddress } from '../http/addresses.dto.js';
import { Answers } from '../http/answers.js';
import { ApiChange, ApiCreate, ApiRead, ApiReadRevision, Writes } from '../http/api-docs.js';
import { UUID_PART, cursorParts } from '../http/cursors.js';
import { pageOf } from '../http/paging.js';
import { plainOf } from '../http/plain.js';
import { programmesOf } from '@linking/application/accounts/programmes-of.js';
import { etagOf, ifMatch } from '../http/revisions.js';
import { apiSender } from '../http/sender.js';
import { CurrentUser } from '../http/signed-in.js';
import type { SignedIn } from '../http/signed-in.js';
import {
  AddVenueBody,
  BriefVenueBody,
  briefingExample,
  VenueAnswer,
  VenuesPage,
  VenuesQuery,
  VoidBriefingBody,
  venueExample,
  voidBriefingExample,
} from './venues.dto.js';

@ApiTags('venues')
@Controller('api/v1/venues')
export class ApiVenuesController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  @Get()
  @Access('signed-in')
  @ApiOperation({ summary: 'Places where the links of your programmes meet' })
  @ApiRead(VenuesPage, 400)
  async list(@Query() query: VenuesQuery, @CurrentUser() { scope }: SignedIn): Promise<VenuesPage> {
    const { after, limit, programme } = query;
    const last = cursorParts(after, UUID_PART)?.[0];
    const found = await listVenues(this.pool, {
      programmes: programmesOf(scope, programme),
      ...(last === undefined ? {} : { after: last }),
      limit: limit + 1,
    });
    const page = pageOf(
      found,
      limit,
      (venue) => venue,
      ({ venueId }) => [venueId],
    );
    return { items: await venueDetails(this.pool, page.items), next: page.next };
  }

  @Get(':id')
  @Access('signed-in')
  @ApiOperation({ summary: 'One venue' })
  @ApiReadRevision(VenueAnswer)
  async one(
    @Param() { id }: IdAddress,
    @CurrentUser() { scope }: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VenueDetails> {
    const venue = await readVenue(this.store, id);
    if (venue === undefined || !covers(scope, venue.programme)) throw new NotFound();
    reply.header('etag', etagOf(venue.revision));
    return this.details(venue);
  }

  @Post()
  @Access('coordinator', 'national')
  @ApiOperation({ summary: 'Add a venue' })
  @Writes('VenueAdded')
  @ApiBody({ type: AddVenueBody, examples: { 'add-venue': { value: venueExample } } })
  @ApiCreate(VenueAnswer)
  async add(
    @Body() body: AddVenueBody,
    @CurrentUser() signedIn: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    if (!covers(signedIn.scope, body.programme)) throw new NotFound();
    return this.answers.once(reply, async (commandId) => {
      const venue = await this.commands.execute(new AddVenue(plainOf(body), apiSender(signedIn, commandId)));
      const headers = { etag: etagOf(venue.revision), location: `/api/v1/venues/${venue.venueId}` };
      return { status: 201, body: await this.details(venue), headers };
    });
  }

  @Post(':id/record-briefing')
  @HttpCode(200)
  @Access('coordinator', 'national')
  @ApiOperation({ summary: 'The people at the venue were told of the programme and of what they are to do' })
  @Writes('VenueBriefed')
  @ApiBody({ type: BriefVenueBody, examples: { 'record-briefing': { value: briefingExample } } })
  @ApiChange(VenueAnswer)
  async brief(
    @Param() { id }: IdAddress,
    @Body() { on }: BriefVenueBody,
    @CurrentUser() signedIn: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.#change(id, signedIn, reply, (sender, revision) => new BriefVenue(id, on, sender, revision));
  }

  @Post(':id/void-briefing')
  @HttpCode(200)
  @Access('coordinator', 'national')
  @ApiOperation({ summary: 'They were not briefed on that day after all: the entry counts no more' })
  @Writes('VenueBriefingVoided')
  @ApiBody({ type: VoidBriefingBody, examples: { 'void-briefing': { value: voidBriefingExample } } })
  @ApiChange(VenueAnswer)
  async voidBriefing(
    @Param() { id }: IdAddress,
    @Body() { on, reasonCode }: VoidBriefingBody,
    @CurrentUser() signedIn: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.#change(
      id,
      signedIn,
      reply,
      (sender, revision) => new VoidBriefing(id, { on, reasonCode }, sender, revision),
    );
  }

  async #change(
    id: string,
    signedIn: SignedIn,
    reply: FastifyReply,
    commandOf: (sender: Sender, revision: number) => Command<Venue>,
  ): Promise<string> {
    const known = await readVenue(this.store, id);
    if (known === undefined || !covers(signedIn.scope, known.programme)) throw new NotFound();
    return this.answers.once(reply, async (commandId) => {
      const command = commandOf(apiSender(signedIn, commandId), ifMatch(reply.request));
      const venue = await this.commands.execute(command);
      return { status: 200, body: await this.details(venue), headers: { etag: etagOf(venue.revision) } };
    });
  }

  private async details(venue: Venue): Promise<VenueDetails> {
    const [details] = await venueDetails(this.pool, [venue]);
    return details!;
  }
}
