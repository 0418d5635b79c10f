import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import { NotAllowed, SignInRequired } from '@linking/application/accounts/access-errors.js';
import { scopeOf } from '@linking/application/accounts/scope.js';
import { findSession } from '@linking/application/accounts/sessions.js';
import type { Session } from '@linking/application/accounts/sessions.js';
import { CLOCK, POOL } from '@linking/application/ports.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { accessOf, isOpen } from './access.js';
import type { Who } from './access.js';
import { checksOwnForm } from './checks-own-form.js';
import { Cookies } from './cookies.js';
import { FormTokens } from './form-tokens.js';
import { FormTokenMissing } from './http-errors.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** By the route, not by the address as it was typed: `/%61pi/…` is the API too. */
export const isApi = ({ routeOptions, url }: Pick<FastifyRequest, 'routeOptions' | 'url'>) =>
  (routeOptions.url ?? url).startsWith('/api/');

/** The first check of every request: who is it, and does the route let her in? Closed unless declared. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Cookies) private readonly cookies: Cookies,
    @Inject(FormTokens) private readonly formTokens: FormTokens,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const who = accessOf(this.reflector, context.getHandler(), context.getClass());
    if (!who) throw new NotAllowed();
    if (!isOpen(who)) await this.enter(request, who);
    if (!checksOwnForm(this.reflector, context.getHandler())) this.checkForm(request, who);
    return true;
  }

  private async enter(request: FastifyRequest, who: readonly Who[]): Promise<void> {
    const session = await this.session(request);
    if (!session) throw new SignInRequired();
    request.signedIn = { ...session, scope: scopeOf(session.user) };
    const mayEnter = who.includes('signed-in') || session.user.roles.some((role) => who.includes(role));
    if (!mayEnter) throw new NotAllowed();
  }

  private async session(request: FastifyRequest): Promise<Session | undefined> {
    const { authorization } = request.headers;
    const today = londonDay(this.clock.now());
    if (isApi(request) && authorization !== undefined) {
      const token = /^Bearer +([\w-]{20,100})$/i.exec(authorization.trim())?.[1];
      return token === undefined ? undefined : findSession(this.pool, token, 'api', today);
    }
    const cookie = this.cookies.session(request);
    return cookie ? findSession(this.pool, cookie, 'page', today) : undefined;
  }

  // A browser adds cookies to what other sites send; it never adds a bearer token or the address of a one-time link.
  private checkForm(request: FastifyRequest, who: readonly Who[]): void {
    if (SAFE.has(request.method) || who.includes('one-time-link')) return;
    if (isApi(request) && request.signedIn?.kind !== 'page') return;
    if (!this.formTokens.accepts(request)) throw new FormTokenMissing();
  }
}
