import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../http/access.js';
import { ApiChange, ApiReadRevision, Writes } from '../http/api-docs.js';
import { etagOf } from '../http/revisions.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { namedWording, WordingChanges } from './wording-changes.js';
import { WordingReader } from './wording-reader.js';
import {
  UseWordingAgainBody,
  WordingAnswer,
  wordingAnswer,
  WordingBody,
  WordingsPage,
  wordingsPage,
} from './wordings.dto.js';

const WordingParam = () => ApiParam({ name: 'wording', schema: { type: 'string', example: 'N07' } });
const example = {
  subject: 'Your agreement with {partner}',
  opening: '{class} will link with {partner-class} in {year}.',
};

/** The words of the mails of all programmes that have none of their own. */
@ApiTags('programmes')
@Controller('api/v1/wordings')
@Access('national')
export class ApiNetworkWordingsController {
  constructor(
    @Inject(WordingReader) private readonly reader: WordingReader,
    @Inject(WordingChanges) private readonly changes: WordingChanges,
  ) {}

  @Get()
  @Access('signed-in')
  @ApiOperation({ summary: 'The words of the mails of all programmes, and whose they are' })
  @ApiReadRevision(WordingsPage)
  async list(
    @CurrentUser() { scope }: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WordingsPage> {
    const seen = await this.reader.see(undefined, scope);
    reply.header('etag', etagOf(seen.revision));
    return wordingsPage(seen);
  }

  @Get(':wording')
  @Access('signed-in')
  @ApiOperation({
    summary: 'The words of one mail, as all programmes without own words have them, with every version',
  })
  @WordingParam()
  @ApiReadRevision(WordingAnswer)
  async one(
    @Param('wording') wording: string,
    @CurrentUser() { scope }: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WordingAnswer> {
    const kind = namedWording(wording);
    const seen = await this.reader.see(undefined, scope);
    reply.header('etag', etagOf(seen.revision));
    return wordingAnswer(seen, kind);
  }

  @Put(':wording')
  @ApiOperation({ summary: 'Other words, in a new version; they hold for mails that have not left' })
  @Writes('MailWordingChanged')
  @WordingParam()
  @ApiBody({ type: WordingBody, examples: { wording: { value: example } } })
  @ApiChange(WordingAnswer)
  change(
    @Param('wording') wording: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.changes.change(undefined, wording, reply);
  }

  @Post(':wording/use-again')
  @HttpCode(200)
  @ApiOperation({ summary: 'The words of an earlier version hold again' })
  @Writes('MailWordingChanged')
  @WordingParam()
  @ApiBody({ type: UseWordingAgainBody, examples: { 'use-again': { value: { version: 1 } } } })
  @ApiChange(WordingAnswer)
  useAgain(
    @Param('wording') wording: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.changes.useAgain(undefined, wording, reply);
  }

  @Delete(':wording')
  @ApiOperation({ summary: 'The words that came with the product hold again' })
  @Writes('MailWordingDropped')
  @WordingParam()
  @ApiChange(WordingAnswer)
  drop(@Param('wording') wording: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.changes.drop(undefined, wording, reply);
  }
}
