import { Body, Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../http/access.js';
import { Answers } from '../http/answers.js';
import { ApiProblems, ApiRead, TakesIdempotencyKey } from '../http/api-docs.js';
import { NoFieldsBody } from '../http/no-fields.dto.js';
import { apiSender } from '../http/sender.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { Operations, partsOf } from './operations.js';
import {
  OperationsAnswer,
  PartAddress,
  PauseWorkBody,
  PausesAnswer,
  pauseExample,
  TriedAgainAnswer,
} from './operations.dto.js';

/** How the workers, queues and servers do, for those who keep them running. */
@ApiTags('operations')
@Controller('api/v1/operations')
@Access('national', 'admin')
export class ApiOperationsController {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(Answers) private readonly answers: Answers,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Queues, sweeps, readers of the log, mail server and store, and what was done about them',
    description: 'Numbers, moments and codes: no address, and no name of a school’s people.',
  })
  @ApiRead(OperationsAnswer)
  state(): Promise<OperationsAnswer> {
    return this.operations.state();
  }

  @Post(':part/pause')
  @HttpCode(200)
  @ApiOperation({
    summary: 'A part of the work waits until somebody lets it go on; `all` are all parts',
    description: 'Kept in the database: neither a restart nor a lost queue forgets it.',
  })
  @ApiBody({ type: PauseWorkBody, examples: { pause: { value: pauseExample } } })
  @TakesIdempotencyKey
  @ApiOkResponse({ type: PausesAnswer })
  @ApiProblems(400, 401, 403, 422)
  pause(
    @Param() { part }: PartAddress,
    @Body() { reasonCode }: PauseWorkBody,
    @CurrentUser() signedIn: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.answers.once(reply, async (commandId) => {
      const act = { act: 'pause', parts: partsOf(part), reason: reasonCode } as const;
      const changed = await this.operations.change(act, apiSender(signedIn, commandId));
      return { status: 200, body: { changed } };
    });
  }

  @Post(':part/resume')
  @HttpCode(200)
  @ApiOperation({ summary: 'A paused part of the work goes on; `all` are all parts' })
  @ApiBody({ type: NoFieldsBody, examples: { resume: { value: {} } } })
  @TakesIdempotencyKey
  @ApiOkResponse({ type: PausesAnswer })
  @ApiProblems(400, 401, 403, 422)
  resume(
    @Param() { part }: PartAddress,
    @Body() _: NoFieldsBody,
    @CurrentUser() signedIn: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.answers.once(reply, async (commandId) => {
      const act = { act: 'resume', parts: partsOf(part) } as const;
      const changed = await this.operations.change(act, apiSender(signedIn, commandId));
      return { status: 200, body: { changed } };
    });
  }

  @Post('mails/try-again')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Mails that were not sent are tried now',
    description:
      'What rests for an hour goes at once. What failed is sent again to the same person when the national office asks.',
  })
  @ApiBody({ type: NoFieldsBody, examples: { 'try-again': { value: {} } } })
  @TakesIdempotencyKey
  @ApiOkResponse({ type: TriedAgainAnswer })
  @ApiProblems(400, 401, 403, 422)
  tryAgain(
    @Body() _: NoFieldsBody,
    @CurrentUser() signedIn: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.answers.once(reply, async (commandId) => {
      return { status: 200, body: await this.operations.tryAgain(apiSender(signedIn, commandId)) };
    });
  }
}
