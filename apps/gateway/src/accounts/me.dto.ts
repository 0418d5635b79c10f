import { ApiProperty } from '@nestjs/swagger';
import { ROLES } from '@linking/application/accounts/roles.js';
import type { Role } from '@linking/application/accounts/roles.js';

export class Me {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  name: string;

  @ApiProperty({ type: String, enum: ROLES, isArray: true })
  roles: readonly Role[];

  @ApiProperty({ type: [String], description: 'Slugs of the programmes she owns as coordinator.' })
  programmes: readonly string[];

  @ApiProperty({
    type: String,
    format: 'uri',
    nullable: true,
    description: 'The secret address of her calendar; only a coordinator has one.',
  })
  calendarFeed: string | null;
}
