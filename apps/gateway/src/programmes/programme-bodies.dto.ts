import { ApiProperty } from '@nestjs/swagger';
import { Type as TypeOf } from 'class-transformer';
import type { Type } from '@nestjs/common';
import { applyDecorators } from '@nestjs/common';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { targetedSteps } from '@linking/events/link/codes.js';
import type { TargetedStep } from '@linking/events/link/link-events.js';
import { MOST_RESOURCES, webAddress } from './resources-form.js';
import * as codes from '@linking/events/programme/codes.js';
import type {
  Digest,
  AvoidedKind,
  ChangeableRule,
  ClosureKind,
  DisruptionReason,
  EnteredTerm,
  HoldReason,
  LeaveReason,
  LocalPriority,
  PauseReason,
  ProgrammeSwitch,
  RecruitmentState,
  ResourceAudience,
  ResourceStep,
} from '@linking/events/programme/programme-events.js';
import { FACILITATOR_TITLE_LENGTH } from './settings-forms.js';
import {
  Count,
  Day,
  Email,
  Id,
  Line,
  LinkRef,
  MayBeLeftOut,
  Note,
  OneOf,
  Slug,
  SomeOf,
  Year,
  YesNo,
} from '../http/fields.js';

const Area = (shape: RegExp, what: string, example: string) =>
  applyDecorators(
    ApiProperty({ type: String, isArray: true, maxItems: 200, example: [example] }),
    IsArray({ message: '$property has to be a list.' }),
    ArrayMaxSize(200, { message: '$property has to have at most 200 entries.' }),
    IsString({ each: true, message: `Each of $property has to be ${what}, such as ${example}.` }),
    Matches(shape, { each: true, message: `Each of $property has to be ${what}, such as ${example}.` }),
  );

const List = (of: Type, minItems: number, maxItems: number) =>
  applyDecorators(
    ApiProperty({ type: [of], minItems, maxItems }),
    IsArray({ message: '$property has to be a list.' }),
    ArrayMinSize(minItems, { message: `$property has to have at least ${minItems} entries.` }),
    ArrayMaxSize(maxItems, { message: `$property has to have at most ${maxItems} entries.` }),
    IsObject({ each: true, message: 'Each of $property has to be an object.' }),
    ValidateNested({ each: true, message: 'Each of $property has to be an object.' }),
    TypeOf(() => of),
  );

const Kilometres = () =>
  applyDecorators(
    ApiProperty({ type: Number, minimum: 1, maximum: 500, required: false }),
    MayBeLeftOut(),
    IsNumber(
      { allowInfinity: false, allowNaN: false },
      { message: '$property has to be a number from 1 to 500.' },
    ),
    Min(1, { message: '$property has to be a number from 1 to 500.' }),
    Max(500, { message: '$property has to be a number from 1 to 500.' }),
  );

export class AreaBody {
  @Area(/^\d{3}$/, 'the three digits of a local authority', '380')
  laCodes: string[];

  @Area(/^E\d{8}$/, 'the GSS code of a district', 'E07000117')
  districtCodes: string[];
}

export class AddProgrammeBody extends AreaBody {
  @Slug()
  slug: string;

  @ApiProperty({ type: String, pattern: '^[A-Z]{3}$' })
  @IsString({ message: 'code has to be three capital letters, such as TWH.' })
  @Matches(/^[A-Z]{3}$/, { message: 'code has to be three capital letters, such as TWH.' })
  code: string;

  @Line(100)
  name: string;

  @Year({ description: 'Academic year of its first links.' })
  year: string;

  @Kilometres()
  distanceLimitKm?: number;

  @Email({ optional: true, description: 'Where answers to its mails go.' })
  mailbox?: string;

  @YesNo({ optional: true, description: 'Only talked about so far: it takes no interests and no links yet.' })
  proposed?: boolean;
}

export class JoinNetworkBody {
  @Year({ description: 'Academic year of its first links.' })
  year: string;
}

export class PauseProgrammeBody {
  @OneOf(codes.pauseReasons)
  reasonCode: PauseReason;
}

export class LeaveNetworkBody {
  @OneOf(codes.leaveReasons)
  reasonCode: LeaveReason;
}

/** The details as they shall be from now on: what is left out is not known any more. */
export class DetailsBody {
  @Line(100)
  name: string;

  @Line(200, { optional: true, description: 'The council, charity, university or trust that leads it.' })
  hostOrganisation?: string;

  @ApiProperty({
    type: String,
    isArray: true,
    maxItems: 10,
    description: 'Other names under which people look for it.',
  })
  @IsArray({ message: 'aliases has to be a list.' })
  @ArrayMaxSize(10, { message: 'aliases has to have at most 10 entries.' })
  @IsString({ each: true, message: 'Each of aliases has to be text.' })
  @Length(1, 100, { each: true, message: 'Each of aliases has to have 1 to 100 characters.' })
  @Matches(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u, {
    each: true,
    message: 'Each of aliases has to be one line without control characters.',
  })
  aliases: string[];

  @Kilometres()
  distanceLimitKm?: number;
}

export class MailboxBody {
  @Email()
  address: string;
}

export class FacilitatorTitleBody {
  @Line(FACILITATOR_TITLE_LENGTH, {
    optional: true,
    description: 'As it stands within a sentence, and no name.',
  })
  words?: string;
}

export class AppointBody {
  @Id()
  userId: string;

  @Day({ description: 'From this day on tasks, calendar and the name under the letters are hers.' })
  from: string;

  @Id({ optional: true, description: 'Who hands over to her: her last day is the day before.' })
  insteadOf?: string;
}

export class EndBody {
  @Id()
  userId: string;

  @Day({ description: 'Her last day.' })
  until: string;
}

export class SwitchBody {
  @OneOf(codes.programmeSwitches)
  switch: ProgrammeSwitch;

  @YesNo()
  on: boolean;
}

export class DigestBody {
  @OneOf(codes.digests)
  digest: Digest;

  @YesNo()
  on: boolean;
}

export class StepBody {
  @OneOf(targetedSteps)
  step: TargetedStep;

  @ApiProperty({
    type: String,
    pattern: '^\\d{2}-\\d{2}$',
    required: false,
    description: 'Target day of the year.',
  })
  @MayBeLeftOut()
  @IsString({ message: 'by has to be a month and a day, such as 01-31.' })
  @Matches(/^\d{2}-\d{2}$/, { message: 'by has to be a month and a day, such as 01-31.' })
  by?: string;

  @Count(1, 200, { description: 'How long it usually takes; school days for the agreement.' })
  usualDays: number;
}

export class StepsBody {
  @List(StepBody, targetedSteps.length, targetedSteps.length)
  steps: StepBody[];
}

export class OpenYearBody {
  @Year({ description: 'The academic year that is now, or the next one.' })
  year: string;
}

export class RecruitmentBody {
  @Year()
  year: string;

  @OneOf(codes.recruitmentStates)
  state: RecruitmentState;

  @Day({ optional: true, description: 'Its first day; without one it holds already.' })
  from?: string;

  @Day({ optional: true, description: 'Its last day; without one it holds until it is changed.' })
  until?: string;
}

export class PrioritiesBody {
  @Year()
  year: string;

  @SomeOf(codes.localPriorities)
  codes: LocalPriority[];

  @Note()
  note?: string;
}

export class ResourceBody {
  @OneOf(codes.resourceSteps)
  step: ResourceStep;

  @OneOf(codes.resourceAudiences)
  audience: ResourceAudience;

  @Line(300)
  title: string;

  @ApiProperty({ type: String, pattern: '^https://', maxLength: 500 })
  @IsString({ message: 'url has to be an address such as https://example.org/lesson.' })
  @Matches(webAddress, { message: 'url has to be an address such as https://example.org/lesson.' })
  url: string;
}

export class ResourcesBody {
  @List(ResourceBody, 0, MOST_RESOURCES)
  resources: ResourceBody[];
}

export class FromToBody {
  @Day()
  from: string;

  @Day()
  to: string;
}

export class TermBody {
  @OneOf(['autumn', 'spring', 'summer'])
  name: EnteredTerm['name'];

  @Day()
  firstDay: string;

  @Day()
  lastDay: string;

  @ApiProperty({ type: FromToBody })
  @IsObject({ message: 'halfTerm has to be an object.' })
  @ValidateNested({ message: 'halfTerm has to be an object.' })
  @TypeOf(() => FromToBody)
  halfTerm: FromToBody;
}

export class ClosedDaysBody extends FromToBody {
  @OneOf(codes.closureKinds)
  kind: ClosureKind;
}

export class AvoidedDaysBody extends FromToBody {
  @OneOf(codes.avoidedKinds)
  kind: AvoidedKind;
}

export class TermDatesBody {
  @Year()
  academicYear: string;

  @List(TermBody, 3, 3)
  terms: TermBody[];

  @List(ClosedDaysBody, 0, 60)
  closedDays: ClosedDaysBody[];

  @List(AvoidedDaysBody, 0, 60)
  daysToAvoid: AvoidedDaysBody[];
}

export class DisruptionBody extends FromToBody {
  @OneOf(codes.disruptionReasons)
  reasonCode: DisruptionReason;
}

export class LiftBody {
  @Id()
  disruptionId: string;
}

export class HoldMailsBody {
  @ApiProperty({
    type: String,
    isArray: true,
    maxItems: 500,
    required: false,
    description: 'Ids of mails; without them those of the link, or all.',
  })
  @MayBeLeftOut()
  @IsArray({ message: 'mails has to be a list.' })
  @ArrayMinSize(1, { message: 'mails has to have at least 1 entry.' })
  @ArrayMaxSize(500, { message: 'mails has to have at most 500 entries.' })
  @IsString({ each: true, message: 'Each of mails has to be the id of a mail.' })
  @Length(1, 300, { each: true, message: 'Each of mails has to be the id of a mail.' })
  mails?: string[];

  @LinkRef({ optional: true })
  link?: string;

  @Day({ optional: true, description: 'The day from which they go again; asked for when all are held.' })
  until?: string;

  @OneOf(codes.holdReasons)
  reasonCode: HoldReason;
}

export class MailRuleBody {
  @OneOf(codes.changeableRules)
  rule: ChangeableRule;

  @YesNo({ description: 'Whether it sends anything.' })
  on: boolean;

  @ApiProperty({
    type: 'integer',
    isArray: true,
    minItems: 1,
    maxItems: 2,
    description: 'How many days before or after; one number for each time of asking.',
  })
  @IsArray({ message: 'days has to be a list.' })
  @ArrayMinSize(1, { message: 'days has to have 1 or 2 entries.' })
  @ArrayMaxSize(2, { message: 'days has to have 1 or 2 entries.' })
  @IsInt({ each: true, message: 'Each of days has to be a whole number.' })
  days: number[];
}

export class ReleaseMailsBody {
  @Id()
  holdId: string;
}
