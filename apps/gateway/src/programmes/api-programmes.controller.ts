import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { covers } from '@linking/application/accounts/scope.js';
import { POOL } from '@linking/application/ports.js';
import { findProgramme, listProgrammes } from '@linking/projections/programmes/programmes.js';
import { Access } from '../http/access.js';
import { ApiRead, ApiReadRevision } from '../http/api-docs.js';
import { TEXT_PART, cursorParts } from '../http/cursors.js';
import { PageQuery, pageOf } from '../http/paging.js';
import { etagOf } from '../http/revisions.js';
import { CurrentUser } from '../http/signed-in.js';
import type { SignedIn } from '../http/signed-in.js';
import { ProgrammeAnswer, ProgrammesPage, programmeAnswer } from './programmes.dto.js';

@ApiTags('programmes')
@Access('signed-in')
@Controller('api/v1/programmes')
export class ApiProgrammesController {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  @Get()
  @ApiOperation({ summary: 'The programmes that you may see, by slug' })
  @ApiRead(ProgrammesPage, 400)
  async list(
    @Query() { after, limit }: PageQuery,
    @CurrentUser() { scope }: SignedIn,
  ): Promise<ProgrammesPage> {
    const last = cursorParts(after, TEXT_PART)?.[0];
    const found = await listProgrammes(this.pool, {
      programmes: scope.programmes,
      ...(last === undefined ? {} : { after: last }),
      limit: limit + 1,
    });
    return pageOf(found, limit, programmeAnswer, ({ slug }) => [slug]);
  }

  @Get(':slug')
  @ApiOperation({ summary: 'One programme' })
  @ApiParam({ name: 'slug', schema: { type: 'string', example: 'bradford' } })
  @ApiReadRevision(ProgrammeAnswer)
  async one(
    @Param('slug') slug: string,
    @CurrentUser() { scope }: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProgrammeAnswer> {
    const found = covers(scope, slug) ? await findProgramme(this.pool, slug) : undefined;
    if (found === undefined) throw new NotFound();
    reply.header('etag', etagOf(found.revision));
    return programmeAnswer(found);
  }
}
