import { Body, Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBody, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import { endSession } from '@linking/application/accounts/sessions.js';
import { signIn } from '@linking/application/accounts/sign-in.js';
import { coordinatorFeedAddress } from '@linking/application/calendar/feed-address.js';
import { CLOCK, POOL, SETTINGS } from '@linking/application/ports.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { Access } from '../http/access.js';
import { CurrentUser } from '../http/signed-in.js';
import type { SignedIn } from '../http/signed-in.js';
import { Me } from './me.dto.js';
import { SignInBody, SignedInAnswer, signInExample } from './sign-in.dto.js';

@ApiTags('accounts')
@Controller('api/v1')
export class AccountsApiController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post('sign-in')
  @Access('public')
  @HttpCode(200)
  @ApiBody({ type: SignInBody, examples: { 'sign-in': { value: signInExample } } })
  @ApiOkResponse({ type: SignedInAnswer })
  signIn(@Body() body: SignInBody, @Req() request: FastifyRequest): Promise<SignedInAnswer> {
    const { email, password } = body;
    return signIn(this.pool, { email, password, address: request.ip, kind: 'api' });
  }

  @Post('sign-out')
  @Access('signed-in')
  @HttpCode(204)
  @ApiNoContentResponse()
  async signOut(@CurrentUser() { tokenHash }: SignedIn): Promise<void> {
    await endSession(this.pool, tokenHash);
  }

  @Get('me')
  @Access('signed-in')
  @ApiOkResponse({ type: Me })
  async me(@CurrentUser() { user, scope }: SignedIn): Promise<Me> {
    const { id, name, roles, programmes } = user;
    const { pool, clock, settings } = this;
    const calendarFeed =
      scope.own.length === 0 ? null : await coordinatorFeedAddress({ pool, clock, settings }, id);
    return { id, name, roles, programmes, calendarFeed };
  }
}
