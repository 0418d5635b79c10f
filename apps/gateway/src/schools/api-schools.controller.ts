import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { covers } from '@linking/application/accounts/scope.js';
import type { Scope } from '@linking/application/accounts/scope.js';
import { CLOCK, POOL } from '@linking/application/ports.js';
import { findSchools, school } from '@linking/application/schools/find-schools.js';
import { closedSchool, predecessorsOf, successorsOf } from '@linking/application/schools/successor-of.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { closedSentence } from '@linking/domain/schools/closed-words.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { findProgramme } from '@linking/projections/programmes/programmes.js';
import { Access } from '../http/access.js';
import { AddSchool, JoinSchool } from '@linking/application/schools/by-hand/school-by-hand-commands.js';
import { isByHand } from '@linking/domain/schools/by-hand.js';
import { Answers } from '../http/answers.js';
import { ApiCreate, ApiRead, TakesIdempotencyKey, Writes } from '../http/api-docs.js';
import { etagOf } from '../http/revisions.js';
import { apiSender } from '../http/sender.js';
import { TEXT_PART, cursorParts } from '../http/cursors.js';
import { plainOf } from '../http/plain.js';
import { CurrentUser } from '../http/signed-in.js';
import type { SignedIn } from '../http/signed-in.js';
import {
  AddSchoolBody,
  JoinSchoolBody,
  OneSchoolAnswer,
  SchoolsPage,
  SchoolsQuery,
  schoolExamples,
} from './schools.dto.js';

/** The register is public: everybody who is signed in may look up any school. */
@ApiTags('schools')
@Access('signed-in')
@Controller('api/v1/schools')
export class ApiSchoolsController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(Answers) private readonly answers: Answers,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Find schools by part of name, town, URN or postcode' })
  @ApiRead(SchoolsPage, 400, 404)
  async list(@Query() query: SchoolsQuery, @CurrentUser() { scope }: SignedIn): Promise<SchoolsPage> {
    const { q, after, limit, programme } = query;
    cursorParts(after, TEXT_PART, TEXT_PART);
    const { items, next = null } = await findSchools(this.pool, {
      limit,
      ...(q === undefined ? {} : { q }),
      ...(after === undefined ? {} : { after }),
      ...(programme === undefined ? {} : await this.area(scope, programme)),
    });
    return { items, next };
  }

  @Get(':urn')
  @ApiOperation({ summary: 'One school of the register' })
  @ApiParam({ name: 'urn', schema: { type: 'string', example: '900001' } })
  @ApiRead(OneSchoolAnswer, 404)
  one(@Param('urn') urn: string): Promise<OneSchoolAnswer> {
    return this.details(urn);
  }

  @Post()
  @Access('coordinator', 'national')
  @ApiOperation({ summary: 'Add a school that the register does not have yet' })
  @Writes('SchoolAddedByHand')
  @ApiBody({ type: AddSchoolBody, examples: { 'add-school': { value: schoolExamples.add } } })
  @ApiCreate(OneSchoolAnswer)
  async add(
    @Body() { noneOf = [], ...said }: AddSchoolBody,
    @CurrentUser() signedIn: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.answers.once(reply, async (commandId) => {
      const adding = new AddSchool(plainOf(said), noneOf, apiSender(signedIn, commandId));
      const { key, revision } = (await this.commands.execute(adding)).school;
      return {
        status: 201,
        body: await this.details(key),
        headers: { etag: etagOf(revision), location: `/api/v1/schools/${key}` },
      };
    });
  }

  @Post(':key/join')
  @HttpCode(200)
  @Access('coordinator', 'national')
  @ApiOperation({ summary: 'A school that was added by hand is in the register now' })
  @ApiParam({ name: 'key', schema: { type: 'string', example: 'N00001' } })
  @Writes('SchoolJoined')
  @ApiBody({ type: JoinSchoolBody, examples: { 'join-school': { value: schoolExamples.join } } })
  @TakesIdempotencyKey
  @ApiRead(OneSchoolAnswer, 400, 403, 404, 422)
  async join(
    @Param('key') key: string,
    @Body() { urn }: JoinSchoolBody,
    @CurrentUser() signedIn: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.answers.once(reply, async (commandId) => {
      await this.commands.execute(new JoinSchool(key, urn, apiSender(signedIn, commandId)));
      return { status: 200, body: await this.details(urn) };
    });
  }

  private async details(urn: string): Promise<OneSchoolAnswer> {
    const found = await school(this.pool, urn);
    if (found === undefined) throw new NotFound(`There is no school with URN ${urn} in the register.`);
    const [predecessors, successors, closed] = await Promise.all([
      predecessorsOf(this.pool, urn),
      successorsOf(this.pool, urn),
      closedSchool(this.pool, found, londonDay(this.clock.now())),
    ]);
    return {
      ...found,
      predecessors,
      successors,
      ...(closed === undefined ? {} : { closed: closedSentence(closed) }),
      byHand: isByHand(urn),
    };
  }

  private async area(scope: Scope, slug: string) {
    const programme = covers(scope, slug) ? await findProgramme(this.pool, slug) : undefined;
    if (programme === undefined) throw new NotFound();
    const { laCodes, districtCodes } = programme;
    return { laCodes, districtCodes };
  }
}
