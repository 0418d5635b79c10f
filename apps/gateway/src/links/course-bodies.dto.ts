import { ApiProperty } from '@nestjs/swagger';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { IsDefined, Matches, MaxLength } from 'class-validator';
import { sides, skippableSteps } from '@linking/events/link/codes.js';
import type { Side, SkippableStep } from '@linking/events/link/link-events.js';
import { Code, Day, Id, OneOf } from '../http/fields.js';
import { SaidBody } from './said.dto.js';

export class CompleteFinalExchangeBody extends SaidBody {}

export class SkipStepBody extends SaidBody {
  @OneOf(skippableSteps)
  step: SkippableStep;

  @OneOf(sides, {
    optional: true,
    description:
      'Both, when left out. Training, exchange and planning are steps of each school; any other one is skipped for both.',
  })
  side?: Side;

  @Code()
  reasonCode: string;
}

export class PauseBody extends SaidBody {
  @Code()
  reasonCode: string;

  @Day({ optional: true })
  until?: string;
}

export class ResumeBody extends SaidBody {}

export class WithdrawBody extends SaidBody {
  @OneOf([...sides, 'both'])
  side: Side | 'both';

  @Code()
  reasonCode: string;
}

export class CorrectEntryBody extends SaidBody {
  @Id({ description: 'The entry that is wrong.' })
  eventId: string;

  @ApiProperty({
    type: String,
    maxLength: 200,
    description: 'A field of its data, or `occurredOn`; a JSON pointer for one within.',
  })
  @Matches(/^[\w/~-]+$/, { message: 'field has to name a field, such as pupilsA or /riskAssessment/a.' })
  @MaxLength(200, { message: 'field has to have at most 200 characters.' })
  field: string;

  @ApiProperty(anyValue('The value as it stands now.'))
  @IsDefined({ message: 'Say what the entry says now.' })
  was: unknown;

  @ApiProperty(anyValue('The right value.'))
  @IsDefined({ message: 'Say what it should say.' })
  now: unknown;

  @Code()
  reasonCode: string;
}

export class VoidEntryBody extends SaidBody {
  @Id({ description: 'The entry that should never have been made.' })
  eventId: string;

  @Code()
  reasonCode: string;
}

export class CompleteBody extends SaidBody {}

export class CloseIncompleteBody extends SaidBody {
  @Code({ optional: true })
  reasonCode?: string;
}

function anyValue(description: string): ApiPropertyOptions {
  // No type: any JSON value but null.
  return { oneOf: ['string', 'number', 'boolean', 'array', 'object'].map((type) => ({ type })), description };
}
