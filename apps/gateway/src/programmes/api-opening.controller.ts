import { Body, Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { POOL } from '@linking/application/ports.js';
import { openingOf, type Opening } from '@linking/application/programmes/opening.js';
import { planSessions, recordInterests } from '@linking/application/programmes/take-over.js';
import { exampleIds } from '../api-docs/example-ids.js';
import { Access } from '../http/access.js';
import { Answers } from '../http/answers.js';
import { ApiProblems, ApiRead, Writes } from '../http/api-docs.js';
import { plainOf } from '../http/plain.js';
import { apiSender } from '../http/sender.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import {
  OpeningAnswer,
  PlanSessionsBody,
  RecordInterestsBody,
  TakenOverList,
  YearAddress,
} from './opening.dto.js';
import { ProgrammePages } from './programme-pages.js';

const Address = () => (target: object, name: string | symbol, descriptor: PropertyDescriptor) => {
  ApiParam({ name: 'slug', schema: { type: 'string', example: 'bradford' } })(target, name, descriptor);
  ApiParam({ name: 'year', schema: { type: 'string', example: '2027-28' } })(target, name, descriptor);
};
const sessionId = exampleIds.session;

/** What the year before offers a year, and what of it becomes real because the coordinator says so. */
@ApiTags('programmes')
@Controller('api/v1/programmes/:slug/years/:year')
export class ApiOpeningController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(ProgrammePages) private readonly pages: ProgrammePages,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(CommandBus) private readonly bus: CommandBus,
  ) {}

  @Get()
  @Access('signed-in')
  @ApiOperation({ summary: 'Sessions and schools of the year before, and what of them is there already' })
  @Address()
  @ApiRead(OpeningAnswer, 400, 404)
  async one(@Param() { slug, year }: YearAddress, @CurrentUser() { scope }: SignedIn): Promise<Opening> {
    const { programme, today } = await this.pages.see(slug, scope);
    return openingOf(this.pool, programme, { year, today });
  }

  @Post('record-interests')
  @HttpCode(200)
  @Access('coordinator', 'national')
  @ApiOperation({ summary: 'Offered schools become interests; only now their headteachers are written to' })
  @Writes('InterestReceived')
  @Address()
  @ApiBody({ type: RecordInterestsBody, examples: { 'record-interests': { value: { urns: ['900001'] } } } })
  @ApiHeader({ name: 'Idempotency-Key', required: false, schema: { type: 'string', maxLength: 255 } })
  @ApiResponse({ status: 200, description: 'What became of each school.', type: TakenOverList })
  @ApiProblems(400, 401, 403, 404, 422)
  async recordInterests(
    @Param() { slug, year }: YearAddress,
    @Body() { urns }: RecordInterestsBody,
    @CurrentUser() signedIn: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const opening = await this.#opening(slug, year, signedIn);
    return this.answers.once(reply, async (commandId) => {
      const taking = { bus: this.bus, slug, sender: apiSender(signedIn, commandId) };
      return { status: 200, body: { results: await recordInterests(taking, opening, urns) } };
    });
  }

  @Post('plan-sessions')
  @HttpCode(200)
  @Access('coordinator', 'national')
  @ApiOperation({ summary: 'Sessions of the year before are planned on days of this year' })
  @Writes('SessionPlanned')
  @Address()
  @ApiBody({
    type: PlanSessionsBody,
    examples: { 'plan-sessions': { value: { sessions: [{ sessionId, on: '2027-09-30' }] } } },
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false, schema: { type: 'string', maxLength: 255 } })
  @ApiResponse({ status: 200, description: 'What became of each session.', type: TakenOverList })
  @ApiProblems(400, 401, 403, 404, 422)
  async planSessions(
    @Param() { slug, year }: YearAddress,
    @Body() body: PlanSessionsBody,
    @CurrentUser() signedIn: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const opening = await this.#opening(slug, year, signedIn);
    return this.answers.once(reply, async (commandId) => {
      const taking = { bus: this.bus, slug, sender: apiSender(signedIn, commandId) };
      const { sessions } = plainOf(body);
      return { status: 200, body: { results: await planSessions(taking, opening, sessions) } };
    });
  }

  async #opening(slug: string, year: string, { scope }: SignedIn): Promise<Opening> {
    const { programme, today } = await this.pages.seeToChange(slug, scope);
    return openingOf(this.pool, programme, { year, today });
  }
}
