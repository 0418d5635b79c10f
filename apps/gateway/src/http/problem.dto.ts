import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

class ProblemField {
  @ApiProperty({
    type: String,
    description: 'Dotted path into what was sent, such as `classes.0.pupilCount`.',
  })
  field: string;

  @ApiProperty({ type: String })
  message: string;
}

/** The shape of every error (RFC 9457); some codes add members of their own, such as `currentRevision` of a 412. */
export class ProblemBody {
  @ApiProperty({ type: String, format: 'uri', examples: ['urn:linking:problem:link-not-brokered'] })
  type: string;

  @ApiProperty({ type: String })
  title: string;

  @ApiProperty({ type: 'integer', minimum: 400, maximum: 599 })
  status: number;

  @ApiProperty({
    type: String,
    description: 'For programs; it does not change.',
    examples: ['LINK_NOT_BROKERED'],
  })
  code: string;

  @ApiProperty({ type: String, description: 'A sentence for people.' })
  detail: string;

  @ApiPropertyOptional({ type: [ProblemField] })
  errors?: readonly ProblemField[];
}
