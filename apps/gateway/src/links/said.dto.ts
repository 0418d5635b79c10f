import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import type { SoftRule } from '@linking/domain/refusal.js';
import { Code, LooseDay, MayBeLeftOut, Note, OneOf } from '../http/fields.js';

// A record, so that a rule that is added or taken away fails to compile here.
const softRules: Record<SoftRule, true> = {
  'class-in-two-links': true,
  'distance-limit': true,
  'linked-before': true,
  'neutral-venue-first': true,
  'two-meetings': true,
  'before-year-end': true,
};

export class OverrideBody {
  @OneOf(Object.keys(softRules))
  rule: SoftRule;

  @Code()
  reasonCode: string;

  @Note()
  note?: string;
}

const A_REASON = 'Each of $property has to be an object with rule and reasonCode.';

/** What every command may carry. */
export class SaidBody {
  @LooseDay({
    optional: true,
    description: 'When it happened, London: a day, a month or a year. Default: today.',
  })
  occurredOn?: string;

  @Note()
  note?: string;

  @ApiProperty({
    type: [OverrideBody],
    required: false,
    maxItems: 10,
    description: 'Reasons for soft rules.',
  })
  @MayBeLeftOut()
  @IsArray({ message: '$property has to be a list.' })
  @ArrayMaxSize(10, { message: '$property has to have at most 10 entries.' })
  @IsObject({ each: true, message: A_REASON })
  @ValidateNested({ each: true, message: A_REASON })
  @Type(() => OverrideBody)
  overrides?: OverrideBody[];
}
