import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { isPossibleDate, londonInstant } from '@linking/domain/calendar/london.js';
import { Access } from '../http/access.js';
import { ApiProblems } from '../http/api-docs.js';
import { InvalidInput } from '../http/http-errors.js';
import { ShowsInstant } from '../http/shown.js';
import { DemonstrationClock } from './demonstration-clock.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

export class MoveClockBody {
  @ApiProperty({
    type: String,
    description: 'An instant, or a day: 09:00 in London.',
    examples: ['2027-01-14T09:00:00Z', '2027-01-14'],
  })
  @Matches(INSTANT, { message: 'to has to be an instant such as 2027-01-14T09:00:00Z, or a day.' })
  to: string;
}

export class ClockAnswer {
  @ShowsInstant()
  now: string;
}

/** The clock of the demonstration moves forward for everybody; elsewhere there is no such address. */
@ApiTags('demonstration')
@Controller('api/v1/demo/clock')
export class ApiDemoClockController {
  constructor(@Inject(DemonstrationClock) private readonly clock: DemonstrationClock) {}

  @Post()
  @HttpCode(200)
  @Access('coordinator', 'national', 'admin')
  @ApiOperation({ summary: 'Move the clock of the demonstration forward' })
  @ApiBody({ type: MoveClockBody, examples: { 'move-clock': { value: { to: '2027-01-14' } } } })
  @ApiOkResponse({ type: ClockAnswer })
  @ApiProblems(400, 401, 403, 404, 422)
  async move(@Body() { to }: MoveClockBody): Promise<ClockAnswer> {
    return { now: await this.clock.moveTo(instantOf(to)) };
  }
}

function instantOf(to: string): string {
  const day = to.slice(0, 10);
  const instant = !isPossibleDate(day)
    ? NaN
    : Date.parse(to.length === 10 ? londonInstant(day, '09:00') : to);
  if (!Number.isNaN(instant)) return new Date(instant).toISOString();
  throw new InvalidInput('body', [{ field: 'to', message: `${to} does not exist.` }]);
}
