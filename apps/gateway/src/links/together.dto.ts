import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import { LinkRef, MayBeLeftOut, OneOf } from '../http/fields.js';
import { ShowsList, ShowsOneOf, ShowsText, ShowsWhole } from '../http/shown.js';
import { WarningAnswer, WrittenEvent } from './link.dto.js';
import type { examples } from './command-examples.js';

/** What happens to many links on one day; all else is asked link by link. */
export const togetherCommands = [
  'record-exchange',
  'record-meeting-held',
  'record-training-attended',
  'record-discussion',
  'skip-step',
] as const satisfies readonly (keyof typeof examples)[];
export type TogetherCommand = (typeof togetherCommands)[number];

const AN_OBJECT = '$property has to be an object with fields of the command.';
const fieldsOf = (description: string) =>
  ApiPropertyOptional({ type: 'object', additionalProperties: true, description });

export class TogetherEntryBody {
  @LinkRef()
  ref: string;

  @fieldsOf('What is said of this link alone; it counts before what is said of all.')
  @MayBeLeftOut()
  @IsObject({ message: AN_OBJECT })
  body?: Record<string, unknown>;
}

export class TogetherBody {
  @OneOf(togetherCommands)
  command: TogetherCommand;

  @fieldsOf('What is said of every link, in the fields of the command.')
  @MayBeLeftOut()
  @IsObject({ message: AN_OBJECT })
  same?: Record<string, unknown>;

  @ApiProperty({ type: [TogetherEntryBody], minItems: 1, maxItems: 200 })
  @IsArray({ message: 'entries has to be a list.' })
  @ArrayMinSize(1, { message: 'Name at least one link.' })
  @ArrayMaxSize(200, { message: 'entries has to have at most 200 entries.' })
  @IsObject({ each: true, message: 'Each of entries has to be an object.' })
  @ValidateNested({ each: true, message: 'Each of entries has to be an object.' })
  @Type(() => TogetherEntryBody)
  entries: TogetherEntryBody[];
}

const results = ['recorded', 'unchanged', 'refused'] as const;

export class TogetherEntryAnswer {
  @ShowsText()
  ref: string;
  @ShowsOneOf(results, { description: '`unchanged`: it stood so already.' })
  result: (typeof results)[number];
  @ShowsWhole({ optional: true, description: 'Of the link after it; absent when it was refused.' })
  revision?: number;
  @ShowsList(WrittenEvent)
  events: WrittenEvent[];
  @ShowsList(WarningAnswer)
  warnings: WarningAnswer[];
  @ShowsText({ optional: true, description: 'Why it was refused, as the command itself would say it.' })
  code?: string;
  @ShowsText({ optional: true })
  detail?: string;
}

export class TogetherAnswer {
  @ShowsList(TogetherEntryAnswer, { description: 'In the order in which they were sent.' })
  entries: TogetherEntryAnswer[];
}

export const togetherExample = {
  command: 'record-exchange',
  same: { kind: 'curiosity-questions', mode: 'post', keyQuestions: ['Q2'], subjects: [], policyTags: [] },
  entries: [
    { ref: 'BRD-2026-001', body: { fromSide: 'a' } },
    { ref: 'BRD-2026-001', body: { fromSide: 'b', mode: 'digital' } },
  ],
};
