import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { covers } from '@linking/application/accounts/scope.js';
import { EVENT_STORE, POOL } from '@linking/application/ports.js';
import { readSession } from '@linking/application/training/read-session.js';
import { diaryEntry, sessionDetails } from '@linking/application/training/session-details.js';
import type { SessionDetails } from '@linking/application/training/session-details.js';
import { ChangeTraining, PlanSession } from '@linking/application/training/training-commands.js';
import type { SessionRequest } from '@linking/application/training/training-commands.js';
import type { Session } from '@linking/domain/training/session.js';
import type { EventStore } from '@linking/events/event-store.js';
import { listTrainingSessions } from '@linking/projections/training-diary/training-diary-table.js';
import { Access } from '../http/access.js';
import { Answers } from '../http/answers.js';
import { ApiChange, ApiCreate, ApiRead, ApiReadRevision, Writes } from '../http/api-docs.js';
import { DAY_PART, UUID_PART, cursorParts } from '../http/cursors.js';
import { pageOf } from '../http/paging.js';
import { plainOf } from '../http/plain.js';
import { programmesOf } from '@linking/application/accounts/programmes-of.js';
import { etagOf, ifMatchIfGiven } from '../http/revisions.js';
import { apiSender } from '../http/sender.js';
import { CurrentUser, signedInOf } from '../http/signed-in.js';
import type { SignedIn } from '../http/signed-in.js';
import { IdAddress } from '../http/addresses.dto.js';
import {
  CancelSessionBody,
  MoveSessionBody,
  PlaceBody,
  PlanSessionBody,
  RecordAttendanceBody,
  SessionAnswer,
  SessionsPage,
  SessionsQuery,
  sessionExamples,
} from './training.dto.js';

@ApiTags('training sessions')
@Controller('api/v1/training-sessions')
export class ApiTrainingController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  @Get()
  @Access('signed-in')
  @ApiOperation({ summary: 'Training sessions of your programmes, by day' })
  @ApiRead(SessionsPage, 400)
  async list(@Query() query: SessionsQuery, @CurrentUser() { scope }: SignedIn): Promise<SessionsPage> {
    const { after, limit, programme, from } = query;
    const cursor = cursorParts(after, DAY_PART, UUID_PART);
    const found = await listTrainingSessions(this.pool, {
      programmes: programmesOf(scope, programme),
      ...(from === undefined ? {} : { from }),
      ...(cursor === undefined ? {} : { after: { on: cursor[0]!, sessionId: cursor[1]! } }),
      limit: limit + 1,
    });
    const page = pageOf(
      found,
      limit,
      (session) => session,
      ({ on, sessionId }) => [on, sessionId],
    );
    return { items: await sessionDetails(this.pool, page.items), next: page.next };
  }

  @Get(':id')
  @Access('signed-in')
  @ApiOperation({ summary: 'One training session with its register' })
  @ApiReadRevision(SessionAnswer)
  async one(
    @Param() { id }: IdAddress,
    @CurrentUser() { scope }: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDetails> {
    const session = await this.inScope(scope, id);
    reply.header('etag', etagOf(session.revision));
    return this.details(session);
  }

  @Post()
  @Access('coordinator', 'national')
  @ApiOperation({ summary: 'Plan a training session' })
  @Writes('SessionPlanned')
  @ApiBody({ type: PlanSessionBody, examples: { 'plan-session': { value: sessionExamples.plan } } })
  @ApiCreate(SessionAnswer)
  async plan(
    @Body() body: PlanSessionBody,
    @CurrentUser() signedIn: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    if (!covers(signedIn.scope, body.programme)) throw new NotFound();
    return this.answers.once(reply, async (commandId) => {
      const planning = new PlanSession(plainOf(body), apiSender(signedIn, commandId));
      const { session } = await this.commands.execute(planning);
      const headers = {
        etag: etagOf(session.revision),
        location: `/api/v1/training-sessions/${session.id}`,
      };
      return { status: 201, body: await this.details(session), headers };
    });
  }

  @Post(':id/move')
  @HttpCode(200)
  @Access('coordinator', 'national')
  @ApiOperation({
    summary: 'Another date, time or place; the enrolments in the links move with it',
  })
  @Writes('SessionMoved')
  @ApiBody({ type: MoveSessionBody, examples: { move: { value: sessionExamples.move } } })
  @ApiChange(SessionAnswer, { ifMatchRequired: false })
  move(
    @Param() { id }: IdAddress,
    @Body() body: MoveSessionBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.change(id, { type: 'MoveSession', ...plainOf(body) }, reply);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Access('coordinator', 'national')
  @ApiOperation({
    summary: 'The session does not take place; the enrolments in the links are withdrawn',
  })
  @Writes('SessionCancelled')
  @ApiBody({ type: CancelSessionBody, examples: { cancel: { value: sessionExamples.cancel } } })
  @ApiChange(SessionAnswer, { ifMatchRequired: false })
  cancel(
    @Param() { id }: IdAddress,
    @Body() body: CancelSessionBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.change(id, { type: 'CancelSession', ...plainOf(body) }, reply);
  }

  @Post(':id/enrol')
  @HttpCode(200)
  @Access('coordinator', 'national')
  @ApiOperation({
    summary: 'A teacher gets a place, or waits for one when the session is full',
  })
  @Writes('PlaceTaken', 'WaitingForPlace')
  @ApiBody({ type: PlaceBody, examples: { enrol: { value: sessionExamples.place } } })
  @ApiChange(SessionAnswer, { ifMatchRequired: false })
  enrol(
    @Param() { id }: IdAddress,
    @Body() body: PlaceBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.change(id, { type: 'Enrol', ...plainOf(body) }, reply);
  }

  @Post(':id/give-up-place')
  @HttpCode(200)
  @Access('coordinator', 'national')
  @ApiOperation({
    summary: 'A teacher gives up a place; the first who waits gets it',
  })
  @Writes('PlaceGivenUp', 'PlaceTaken')
  @ApiBody({ type: PlaceBody, examples: { 'give-up-place': { value: sessionExamples.place } } })
  @ApiChange(SessionAnswer, { ifMatchRequired: false })
  giveUpPlace(
    @Param() { id }: IdAddress,
    @Body() body: PlaceBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.change(id, { type: 'GiveUpPlace', ...plainOf(body) }, reply);
  }

  @Post(':id/record-attendance')
  @HttpCode(200)
  @Access('coordinator', 'national')
  @ApiOperation({
    summary: 'Who came; it is carried into each open link by itself',
  })
  @Writes('AttendanceRecorded')
  @ApiBody({
    type: RecordAttendanceBody,
    examples: { 'record-attendance': { value: sessionExamples.attendance } },
  })
  @ApiChange(SessionAnswer, { ifMatchRequired: false })
  recordAttendance(
    @Param() { id }: IdAddress,
    @Body() body: RecordAttendanceBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.change(id, { type: 'RecordAttendance', ...plainOf(body) }, reply);
  }

  private async change(id: string, asked: SessionRequest, reply: FastifyReply): Promise<string> {
    const signedIn = signedInOf(reply.request);
    await this.inScope(signedIn.scope, id);
    return this.answers.once(reply, async (commandId) => {
      const expected = ifMatchIfGiven(reply.request);
      const changing = new ChangeTraining(id, asked, apiSender(signedIn, commandId), expected);
      const { session } = await this.commands.execute(changing);
      const headers = { etag: etagOf(session.revision) };
      return { status: 200, body: await this.details(session), headers };
    });
  }

  private async inScope(scope: SignedIn['scope'], id: string): Promise<Session> {
    const { session } = await readSession(this.store, id);
    if (session.revision === 0 || !covers(scope, session.programme)) throw new NotFound();
    return session;
  }

  private async details(session: Session): Promise<SessionDetails> {
    const [details] = await sessionDetails(this.pool, [diaryEntry(session)]);
    return details!;
  }
}
