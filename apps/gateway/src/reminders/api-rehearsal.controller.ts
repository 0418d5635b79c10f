import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { londonDay, addDays } from '@linking/domain/calendar/london.js';
import { checkTiming } from '@linking/domain/programme/mail-rules.js';
import { termsAhead } from '@linking/domain/calendar/terms-ahead.js';
import { calendarOf } from '@linking/domain/programme/programme-year.js';
import { Access } from '../http/access.js';
import { ApiRead } from '../http/api-docs.js';
import { InvalidInput } from '../http/http-errors.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { triedAnswer } from './tried-rule.js';
import { TriedRuleAnswer, TryRuleQuery } from './tried-rule.dto.js';
import { rehearsalAnswer } from './rehearsal-answer.js';
import { RehearsalAnswer, RehearsalQueryDto } from './rehearsal.dto.js';
import { RehearsalReader } from './rehearsal-reader.js';

const A_YEAR = 366;

@ApiTags('programmes')
@Access('signed-in')
@Controller('api/v1/programmes/:slug/mails')
export class ApiRehearsalController {
  constructor(@Inject(RehearsalReader) private readonly reader: RehearsalReader) {}

  @Get('rehearsal')
  @ApiOperation({
    summary:
      'Every mail that is going to be sent when nothing changes, day by day, and what is not sent and why',
  })
  @ApiParam({ name: 'slug', schema: { type: 'string', example: 'bradford' } })
  @ApiRead(RehearsalAnswer, 400, 404)
  async rehearsal(
    @Param('slug') slug: string,
    @Query() query: RehearsalQueryDto,
    @CurrentUser() { scope }: SignedIn,
  ): Promise<RehearsalAnswer> {
    const read = await this.reader.programme(slug, scope);
    const { programme } = read;
    const today = londonDay(this.reader.now());
    const [term] = termsAhead(today, (year) => calendarOf(programme, year));
    const from = query.from ?? today;
    const to = query.to ?? (term !== undefined && term.to > from ? term.to : from);
    if (from < today)
      refuse('from', `${from} is past: what was sent stands in the outbox. Ask from today on.`);
    if (to < from) refuse('to', 'to has to be the same day as from, or a later one.');
    if (to > addDays(from, A_YEAR)) refuse('to', 'Ask for a year at most.');
    return rehearsalAnswer(await this.reader.read(read, { from, to }, scope));
  }

  @Get('try-rule')
  @ApiOperation({
    summary: 'Which mails would appear, move or vanish with other days of a rule; nothing is saved',
  })
  @ApiParam({ name: 'slug', schema: { type: 'string', example: 'bradford' } })
  @ApiRead(TriedRuleAnswer, 400, 404, 422)
  async tryRule(
    @Param('slug') slug: string,
    @Query() { rule, on, days }: TryRuleQuery,
    @CurrentUser() { scope }: SignedIn,
  ): Promise<TriedRuleAnswer> {
    const { programme } = await this.reader.programme(slug, scope);
    const timing = { on: on !== 'no', days: days.split(',').map(Number) };
    checkTiming(rule, timing);
    return triedAnswer(await this.reader.tried(programme, { rule, ...timing }));
  }
}

function refuse(field: string, message: string): never {
  throw new InvalidInput('query', [{ field, message }]);
}
