import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, Matches } from 'class-validator';
import type { GrantInBody } from '@linking/application/grants/grant-commands.js';
import type { GrantDetails } from '@linking/application/grants/seen-grants.js';
import {
  grantEndReasons,
  grantKinds,
  grantPurposes,
  type GrantEndReason,
  type GrantKind,
  type GrantPurpose,
} from '@linking/events/grant/grant-events.js';
import { Day, Days, Line, MayBeLeftOut, OneOf, Slug, SomeOf } from '../http/fields.js';
import { PageQuery, type Page } from '../http/paging.js';
import {
  ShowsDay,
  ShowsId,
  ShowsList,
  ShowsNext,
  ShowsObject,
  ShowsOneOf,
  ShowsSomeOf,
  ShowsText,
  ShowsTexts,
  ShowsWhole,
} from '../http/shown.js';

const A_SLUG = 'Each of $property has to be the slug of a programme, such as bradford.';

/** A grant with all that is known of it. */
export class GrantBody {
  @Line(200, { description: 'Name of the organisation that pays; kept apart from the log.' })
  funder: string;

  @OneOf(grantKinds)
  kind: GrantKind;

  @Day()
  from: string;

  @Day({ description: 'Its last day.' })
  until: string;

  @ApiProperty({
    type: String,
    isArray: true,
    minItems: 1,
    maxItems: 100,
    required: false,
    example: ['bradford'],
    description: 'Programmes it pays for; left out, a national funder pays for all.',
  })
  @MayBeLeftOut()
  @IsArray({ message: 'programmes has to be a list.' })
  @ArrayMinSize(1, { message: 'Name a programme, or leave programmes out.' })
  @ArrayMaxSize(100, { message: 'programmes has to have at most 100 entries.' })
  @Matches(/^[a-z0-9]+(?:-[a-z0-9]+){0,9}$/, { each: true, message: A_SLUG })
  programmes?: string[];

  @SomeOf(grantPurposes, { description: 'What it pays.' })
  pays: GrantPurpose[];

  @Days({ description: 'Days on which a report is due to the funder.' })
  reportsDue: string[];
}

export const grantOf = ({
  programmes = 'all',
  ...said
}: Omit<GrantBody, 'programmes'> & {
  readonly programmes?: GrantInBody['programmes'];
}): GrantInBody => ({ ...said, programmes });

export class EndGrantBody {
  @Day({ description: 'Its last day.' })
  on: string;

  @OneOf(grantEndReasons)
  reasonCode: GrantEndReason;
}

export class ReportDeliveredBody {
  @Day({ description: 'The day on which the report was due.' })
  due: string;

  @Day({ description: 'The day on which it went to the funder.' })
  on: string;
}

export class GrantsQuery extends PageQuery {
  @Slug({ optional: true })
  programme?: string;
}

class ReportDeliveredAnswer {
  @ShowsDay()
  due: string;
  @ShowsDay()
  on: string;
}

class GrantEndAnswer {
  @ShowsDay()
  on: string;
  @ShowsOneOf(grantEndReasons)
  reasonCode: string;
}

export class GrantAnswer {
  @ShowsId()
  id: string;
  @ShowsWhole()
  revision: number;
  @ShowsText()
  funder: string;
  @ShowsOneOf(grantKinds)
  kind: GrantKind;
  @ShowsDay()
  from: string;
  @ShowsDay()
  until: string;
  @ShowsTexts({ optional: true, description: 'Absent when it pays for all programmes.' })
  programmes?: readonly string[];
  @ShowsSomeOf(grantPurposes)
  pays: readonly GrantPurpose[];
  @ShowsTexts({ description: 'Days on which a report is due.' })
  reportsDue: readonly string[];
  @ShowsList(ReportDeliveredAnswer, { description: 'Reports that went to the funder.' })
  delivered: readonly ReportDeliveredAnswer[];
  @ShowsObject(GrantEndAnswer, { optional: true })
  ended?: GrantEndAnswer;
}

export class GrantsPage implements Page<GrantAnswer> {
  @ShowsList(GrantAnswer)
  items: readonly GrantAnswer[];
  @ShowsNext()
  next: string | null;
}

export const grantAnswer = ({ programmes, delivered = [], ...grant }: GrantDetails): GrantAnswer => ({
  ...grant,
  delivered,
  ...(programmes === 'all' ? {} : { programmes }),
});

export const grantExample = {
  funder: 'Stockport Homes',
  kind: 'local',
  from: '2026-09-01',
  until: '2027-08-31',
  programmes: ['bradford'],
  pays: ['coach', 'venue'],
  reportsDue: ['2027-01-31', '2027-09-30'],
} as const;
