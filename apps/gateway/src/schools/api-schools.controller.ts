import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
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
import { ApiRead } from '../http/api-docs.js';
import { TEXT_PART, cursorParts } from '../http/cursors.js';
import { CurrentUser } from '../http/signed-in.js';
import type { SignedIn } from '../http/signed-in.js';
import { OneSchoolAnswer, SchoolsPage, SchoolsQuery } from './schools.dto.js';

/** The register is public: everybody who is signed in may look up any school. */
@ApiTags('schools')
@Access('signed-in')
@Controller('api/v1/schools')
export class ApiSchoolsController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
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
  async one(@Param('urn') urn: string): Promise<OneSchoolAnswer> {
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
    };
  }

  private async area(scope: Scope, slug: string) {
    const programme = covers(scope, slug) ? await findProgramme(this.pool, slug) : undefined;
    if (programme === undefined) throw new NotFound();
    const { laCodes, districtCodes } = programme;
    return { laCodes, districtCodes };
  }
}
