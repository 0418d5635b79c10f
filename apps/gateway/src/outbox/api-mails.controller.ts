import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiParam, ApiTags, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { SendMailAgain } from '@linking/application/mails/again/send-again.js';
import { WriteToPeople } from '@linking/application/mails/written/write-to-people.js';
import { Access } from '../http/access.js';
import { Answers } from '../http/answers.js';
import { ApiProblems, TakesIdempotencyKey, Writes } from '../http/api-docs.js';
import { plainOf } from '../http/plain.js';
import { apiSender } from '../http/sender.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import {
  SendAgainBody,
  SentAgainAnswer,
  sendAgainExample,
  WriteBody,
  writeExample,
  WrittenAnswer,
} from './mails.dto.js';

@ApiTags('mails')
@Controller('api/v1/mails')
export class ApiMailsController {
  constructor(
    @Inject(Answers) private readonly answers: Answers,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  @Post(':id/send-again')
  @HttpCode(200)
  @Access('coordinator', 'national')
  @ApiOperation({
    summary: 'A mail that was sent, failed or was not sent goes to the same person once more, at once',
    description:
      'A one-time address in it is a new one, and the old one ends. Asked twice at once, one mail goes.',
  })
  @ApiParam({ name: 'id', description: 'As in the mails of a link.' })
  @Writes('MailAskedAgain')
  @ApiBody({ type: SendAgainBody, examples: { 'send-again': { value: sendAgainExample } } })
  @TakesIdempotencyKey
  @ApiOkResponse({ type: SentAgainAnswer })
  @ApiProblems(400, 401, 403, 404, 422)
  sendAgain(
    @Param('id') id: string,
    @Body() { reasonCode }: SendAgainBody,
    @CurrentUser() signedIn: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.answers.once(reply, async (commandId) => {
      const again = new SendMailAgain(id, reasonCode, apiSender(signedIn, commandId));
      return { status: 200, body: await this.commands.execute(again) };
    });
  }

  @Post('written')
  @HttpCode(200)
  @Access('coordinator', 'national')
  @ApiOperation({
    summary: 'One text to chosen people: the teachers or headteachers of links, or the teachers of a session',
    description: 'Each person gets one mail at once, however many of the links are hers; at most 200 people.',
  })
  @Writes('PeopleWrittenTo', 'MailWritten')
  @ApiBody({ type: WriteBody, examples: { write: { value: writeExample } } })
  @TakesIdempotencyKey
  @ApiOkResponse({ type: WrittenAnswer })
  @ApiProblems(400, 401, 403, 404, 422)
  write(
    @Body() body: WriteBody,
    @CurrentUser() signedIn: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.answers.once(reply, async (commandId) => {
      const writing = new WriteToPeople(plainOf(body), apiSender(signedIn, commandId));
      return { status: 200, body: await this.commands.execute(writing) };
    });
  }
}
