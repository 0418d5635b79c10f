import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SignInRequired } from '@linking/application/accounts/access-errors.js';
import type { Scope } from '@linking/application/accounts/scope.js';
import type { Session } from '@linking/application/accounts/sessions.js';

export interface SignedIn extends Session {
  readonly scope: Scope;
}

declare module 'fastify' {
  interface FastifyRequest {
    signedIn?: SignedIn;
  }
}

export function signedInOf(request: FastifyRequest): SignedIn {
  if (!request.signedIn) throw new SignInRequired();
  return request.signedIn;
}

/** The person who sent the request: `@CurrentUser() { user, scope }: SignedIn`. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext) =>
  signedInOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
