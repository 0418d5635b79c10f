import { Body, Controller, Get, Header, Inject, Param, Post, Res } from '@nestjs/common';
import { EventBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { AccountRefused } from '@linking/application/accounts/access-errors.js';
import { checkPasswordToken, setPassword } from '@linking/application/accounts/set-password.js';
import { LogGrew } from '@linking/application/commands/log-grew.js';
import { CLOCK, POOL } from '@linking/application/ports.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { Access } from '../http/access.js';
import { readInput } from '../http/validation.js';
import type { FormError } from '../pages/forms/form-view.js';
import { SignInPages } from './sign-in-pages.js';
import { SetPasswordBody } from './sign-in.dto.js';

/** Looking at the address changes nothing, however often a mail scanner does it; only the form sets the password. */
@Access('one-time-link')
@Controller('set-password/:token')
export class SetPasswordController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventBus) private readonly eventBus: EventBus,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SignInPages) private readonly pages: SignInPages,
  ) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  async show(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    await checkPasswordToken(this.pool, token);
    return this.pages.setPassword(reply, addressOf(token));
  }

  @Post()
  async set(
    @Param('token') token: string,
    @Body() posted: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    const errors = await this.change(token, posted);
    if (errors.length === 0) return reply.redirect('/sign-in', 303);
    reply.status(422).type('text/html; charset=utf-8');
    return reply.send(this.pages.setPassword(reply, addressOf(token), errors));
  }

  private async change(token: string, posted: Record<string, unknown>): Promise<readonly FormError[]> {
    const { password, again } = posted;
    const { instance, errors } = readInput(SetPasswordBody, { password, again });
    if (errors.length > 0) return errors;
    if (instance.password !== instance.again) {
      return [{ field: 'again', message: 'The two passwords are not the same.' }];
    }
    try {
      await setPassword(this.pool, token, instance.password, this.clock.now());
      this.eventBus.publish(new LogGrew());
      return [];
    } catch (error) {
      if (!(error instanceof AccountRefused)) throw error;
      return [{ field: error.field, message: error.sentence }];
    }
  }
}

const addressOf = (token: string) => `/set-password/${encodeURIComponent(token)}`;
