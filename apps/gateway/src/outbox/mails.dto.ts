import { sendAgainReasons, type SendAgainReason } from '@linking/events/correspondence/send-again-reasons.js';
import { ArrayMaxSize, ArrayMinSize, IsArray, Matches } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import type { WriteTo } from '@linking/application/mails/written/who-gets.js';
import { Id, Line, MayBeLeftOut, Note, OneOf, YesNo } from '../http/fields.js';
import { exampleLink } from '../api-docs/example-ids.js';
import { ShowsId, ShowsText, ShowsWhole, ShowsYesNo } from '../http/shown.js';

export class SendAgainBody {
  @OneOf(sendAgainReasons)
  reasonCode: SendAgainReason;
}

export const sendAgainExample: SendAgainBody = { reasonCode: 'not-arrived' };

export class SentAgainAnswer {
  @ShowsText({ description: 'The mail that goes now.' })
  mailId: string;

  @ShowsYesNo({ description: 'It was on its way already: no other was asked for.' })
  already: boolean;
}

const A_REF = 'Each of linkRefs has to be the reference of a link, such as BRD-2026-014.';

export class WriteBody {
  @ApiProperty({
    type: String,
    isArray: true,
    minItems: 1,
    maxItems: 500,
    required: false,
    example: [exampleLink],
    description: 'Links of one programme whose people are written to; or give a sessionId.',
  })
  @MayBeLeftOut()
  @IsArray({ message: 'linkRefs has to be a list.' })
  @ArrayMinSize(1, { message: 'Name a link, or leave linkRefs out.' })
  @ArrayMaxSize(500, { message: 'linkRefs has to have at most 500 entries.' })
  @Matches(/^[A-Z]{1,5}-\d{4}-\d{3,6}$/, { each: true, message: A_REF })
  linkRefs?: string[];

  @Id({ optional: true, description: 'A training session: its teachers are written to.' })
  sessionId?: string;

  @OneOf(['teachers', 'heads', 'both'])
  to: WriteTo;

  @Line(150, { description: 'What stands above the mail.' })
  subject: string;

  @Note()
  text: string;

  @YesNo({ optional: true, description: 'What looked like a child’s name or a phone number is none.' })
  checked?: boolean;
}

export const writeExample: WriteBody = {
  linkRefs: [exampleLink],
  to: 'teachers',
  subject: 'Coach times for the first meeting',
  text: 'The coach leaves ten minutes earlier than planned.',
};

export class WrittenAnswer {
  @ShowsId()
  writtenId: string;

  @ShowsWhole({ description: 'How many people get a mail.' })
  people: number;
}
