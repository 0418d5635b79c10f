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

const SlugParam = () => ApiParam({ name: 'slug', schema: { type: 'string', example: 'bradford' } });
const WordingParam = () => ApiParam({ name: 'wording', schema: { type: 'string', example: 'N07' } });
const example = {
  subject: 'Please sign: {class} and {partner}',
  opening: '{class} will link with {partner-class} in {year}.\n\nThank you for making it possible.',
  closing: 'Questions? {contact} is glad to help.',
};

/** The words of the mails of one programme. */
@ApiTags('programmes')
@Controller('api/v1/programmes/:slug/wordings')
@Access('coordinator', 'national')
export class ApiWordingsController {
  constructor(
    @Inject(WordingReader) private readonly reader: WordingReader,
    @Inject(WordingChanges) private readonly changes: WordingChanges,
  ) {}

  @Get()
  @Access('signed-in')
  @ApiOperation({ summary: 'The words of the mails of a programme, and whose they are' })
  @SlugParam()
  @ApiReadRevision(WordingsPage)
  async list(
    @Param('slug') slug: string,
    @CurrentUser() { scope }: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WordingsPage> {
    const seen = await this.reader.see(slug, scope);
    reply.header('etag', etagOf(seen.revision));
    return wordingsPage(seen);
  }

  @Get(':wording')
  @Access('signed-in')
  @ApiOperation({ summary: 'The words of one mail, with every version' })
  @SlugParam()
  @WordingParam()
  @ApiReadRevision(WordingAnswer)
  async one(
    @Param('slug') slug: string,
    @Param('wording') wording: string,
    @CurrentUser() { scope }: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WordingAnswer> {
    const kind = namedWording(wording);
    const seen = await this.reader.see(slug, scope);
    reply.header('etag', etagOf(seen.revision));
    return wordingAnswer(seen, kind);
  }

  @Put(':wording')
  @ApiOperation({ summary: 'Other words, in a new version; they hold for mails that have not left' })
  @Writes('MailWordingChanged')
  @SlugParam()
  @WordingParam()
  @ApiBody({ type: WordingBody, examples: { wording: { value: example } } })
  @ApiChange(WordingAnswer)
  change(
    @Param('slug') slug: string,
    @Param('wording') wording: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.changes.change(slug, wording, reply);
  }

  @Post(':wording/use-again')
  @HttpCode(200)
  @ApiOperation({ summary: 'The words of an earlier version hold again' })
  @Writes('MailWordingChanged')
  @SlugParam()
  @WordingParam()
  @ApiBody({ type: UseWordingAgainBody, examples: { 'use-again': { value: { version: 1 } } } })
  @ApiChange(WordingAnswer)
  useAgain(
    @Param('slug') slug: string,
    @Param('wording') wording: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.changes.useAgain(slug, wording, reply);
  }

  @Delete(':wording')
  @ApiOperation({ summary: 'The national words of a mail hold again' })
  @Writes('MailWordingDropped')
  @SlugParam()
  @WordingParam()
  @ApiChange(WordingAnswer)
  drop(
    @Param('slug') slug: string,
    @Param('wording') wording: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.changes.drop(slug, wording, reply);
  }
}
