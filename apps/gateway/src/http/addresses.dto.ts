import { IsUUID } from 'class-validator';

/** The `{id}` of an address. */
export class IdAddress {
  @IsUUID('all', { message: 'The address ends in a UUID.' })
  id: string;
}
