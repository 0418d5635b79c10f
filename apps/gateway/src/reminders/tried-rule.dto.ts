import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches } from 'class-validator';
import { changeableRules } from '@linking/events/programme/codes.js';
import type { ChangeableRule } from '@linking/events/programme/programme-events.js';
import { OneOf } from '../http/fields.js';
import { ShowsDay, ShowsList, ShowsOneOf, ShowsText, ShowsWhole } from '../http/shown.js';

export class TryRuleQuery {
  @OneOf(changeableRules)
  rule: ChangeableRule;

  @OneOf(['yes', 'no'], { optional: true, description: 'Whether it sends anything; yes when left out.' })
  on?: 'yes' | 'no';

  @ApiProperty({ type: String, pattern: '^\\d{1,3}(,\\d{1,3})?$', example: '5' })
  @IsString({ message: 'days has to be one or two numbers, such as 5 or 5,10.' })
  @Matches(/^\d{1,3}(?:,\d{1,3})?$/, { message: 'days has to be one or two numbers, such as 5 or 5,10.' })
  days: string;
}

export class TriedMailAnswer {
  @ShowsOneOf(['appears', 'moves', 'vanishes'])
  kind: 'appears' | 'moves' | 'vanishes';

  @ShowsText({ description: 'The reference of a link, or another subject.' })
  subject: string;

  @ShowsText()
  personId: string;

  @ShowsDay({ optional: true, description: 'When it goes without the change.' })
  from?: string;

  @ShowsDay({ optional: true, description: 'When it would go.' })
  to?: string;
}

export class TriedRuleAnswer {
  @ShowsWhole({ description: 'Links and sessions that were looked at.' })
  subjects: number;

  @ShowsList(TriedMailAnswer, { description: 'By day.' })
  changes: readonly TriedMailAnswer[];
}
