import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { checkInput } from './validation.js';

/** The `{id}` of an address. */
export class IdAddress {
  @ApiProperty({ type: 'string', format: 'uuid' })
  @IsUUID('all', { message: 'The address ends in a UUID.' })
  id: string;
}

/** The `{id}` of a request whose handler does not declare it. Throws InvalidInput. */
export const idIn = ({ params }: FastifyRequest): string => checkInput(IdAddress, params, 'address').id;
