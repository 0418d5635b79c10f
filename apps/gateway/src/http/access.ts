import { SetMetadata, applyDecorators } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { Role } from '@linking/application/accounts/roles.js';

/** `one-time-link`: whoever knows the address; the handler checks the token in it, and no form token is asked for. */
export type Who = 'public' | 'one-time-link' | 'signed-in' | Role;

const ACCESS = 'linking:access';

/** Every route declares who may enter; several names mean any of them. A route without it stops the start. */
export function Access(...who: readonly [Who, ...Who[]]): MethodDecorator & ClassDecorator {
  const declared = SetMetadata(ACCESS, who);
  return isOpen(who) ? declared : applyDecorators(declared, ApiBearerAuth());
}

type Decorated = Parameters<Reflector['getAllAndOverride']>[1][number];

/** What the handler declares, or else its controller. */
export function accessOf(
  reflector: Reflector,
  handler: Decorated,
  controller: Decorated,
): readonly Who[] | undefined {
  return reflector.getAllAndOverride<readonly Who[] | undefined>(ACCESS, [handler, controller]);
}

export const isOpen = (who: readonly Who[]) => who.includes('public') || who.includes('one-time-link');
