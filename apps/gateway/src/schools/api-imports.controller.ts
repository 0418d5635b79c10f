import {
  Body,
  Controller,
  HttpCode,
  Inject,
  Post,
  Query,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags, ApiOkResponse } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import type pg from 'pg';
import { CLOCK, EVENT_STORE, POOL } from '@linking/application/ports.js';
import { importSchools } from '@linking/application/schools/import-schools.js';
import type { ImportResult } from '@linking/domain/schools/import-result.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { Access } from '../http/access.js';
import { ApiProblems } from '../http/api-docs.js';
import { CurrentUser } from '../http/signed-in.js';
import type { SignedIn } from '../http/signed-in.js';
import { ImportAnswer, ImportQuery } from './schools.dto.js';

/** A register of two schools, with the fewest columns. */
const schoolsExample = `URN,LA (code),EstablishmentName,EstablishmentStatus (name),Town,Postcode
900006,380,Ferncliffe Primary School,Open,Bradford,BD2 2AA
900007,380,Heaton Primary School,Open,Bradford,BD9 5AA
`;

@ApiTags('schools')
@Controller('api/v1/imports')
export class ApiImportsController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('schools')
  @HttpCode(200)
  @Access('admin', 'national')
  @ApiOperation({
    summary: 'Import a register, census or links file; the same file again changes nothing',
    description: 'Good rows are taken and the others listed. A file that cannot be read imports nothing.',
  })
  @ApiConsumes('text/csv')
  @ApiBody({
    schema: { type: 'string', description: 'UTF-8 or Windows-1252, recognised by its header.' },
    examples: { 'import-schools': { value: schoolsExample } },
  })
  @ApiOkResponse({ type: ImportAnswer })
  @ApiProblems(400, 401, 403, 409, 413, 415, 422)
  async importSchools(
    @Body() file: unknown,
    @Query() query: ImportQuery,
    @CurrentUser() { user }: SignedIn,
  ): Promise<ImportResult> {
    if (!(file instanceof Readable)) throw new UnsupportedMediaTypeException();
    return importSchools({ pool: this.pool, store: this.store, clock: this.clock }, file, {
      dryRun: query.dryRun ?? false,
      strict: query.strict ?? false,
      actor: `user:${user.id}`,
      channel: 'api',
    });
  }
}
