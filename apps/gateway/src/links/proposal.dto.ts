import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, Matches, ValidateNested } from 'class-validator';
import { linkKinds } from '@linking/events/link/codes.js';
import type { LinkKind } from '@linking/events/link/link-events.js';
import { Id, MayBeLeftOut, OneOf, Slug, Year } from '../http/fields.js';
import { SaidBody } from './said.dto.js';

export class OfferBody {
  @Id()
  interestId: string;

  @Id()
  classId: string;
}

const Offer = (): PropertyDecorator => (target, property) => {
  const message = `${String(property)} has to say interestId and classId.`;
  ApiProperty({ type: OfferBody })(target, property);
  IsDefined({ message })(target, property);
  IsObject({ message })(target, property);
  ValidateNested()(target, property);
  Type(() => OfferBody)(target, property);
};

/** Two offered classes; side a is the one of the programme. */
export class ProposeLinkBody extends SaidBody {
  @Slug()
  programme: string;

  @Year()
  year: string;

  @OneOf(linkKinds)
  kind: LinkKind;

  @Offer()
  a: OfferBody;

  @Offer()
  b: OfferBody;

  @ApiProperty({
    type: String,
    required: false,
    description: 'The link that a school left; one of the two classes stayed in it.',
    example: 'BRD-2026-014',
  })
  @MayBeLeftOut()
  @Matches(/^[A-Z]{2,5}-\d{4}-\d{3,6}$/, {
    message: 'continuesFrom has to be the reference of a link, such as BRD-2026-014.',
  })
  continuesFrom?: string;
}
