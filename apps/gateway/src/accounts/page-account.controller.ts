import { Body, Controller, Get, Inject, Post, Res } from '@nestjs/common';
import { EventBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { isUUID } from 'class-validator';
import type pg from 'pg';
import { AccountRefused, NotFound, TooManyAttempts } from '@linking/application/accounts/access-errors.js';
import { endOwnSession, openSessions } from '@linking/application/accounts/sessions.js';
import { changePassword } from '@linking/application/accounts/set-password.js';
import { findUser } from '@linking/application/accounts/users.js';
import {
  coordinatorFeedAddress,
  renewFeedAddress,
  type FeedDesk,
} from '@linking/application/calendar/feed-address.js';
import { LogGrew } from '@linking/application/commands/log-grew.js';
import { CLOCK, POOL, SETTINGS } from '@linking/application/ports.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import { Access } from '../http/access.js';
import { PageAnswers, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { readInput } from '../http/validation.js';
import { AccountPage } from '../pages/accounts/account-page.js';
import type { FormError } from '../pages/forms/form-view.js';
import { ChangePasswordBody } from './account.dto.js';
import { accountView } from './account-view-model.js';

/** What everybody does with her own account. */
@Access('signed-in')
@Controller('account')
export class PageAccountController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventBus) private readonly eventBus: EventBus,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async show(@CurrentUser() signedIn: SignedIn, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.#page(reply, signedIn);
  }

  @Post('password')
  async password(
    @Body() posted: Posted,
    @CurrentUser() signedIn: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const errors = await this.#change(posted, signedIn, reply.request.ip);
    if (errors.length > 0) return this.#page(reply, signedIn, errors);
    const text = 'Your password is changed. Every other browser and API token of yours is signed out.';
    return this.answers.seeOther(reply, '/account', { tone: 'green', text });
  }

  @Post('end-session')
  async endSession(
    @Body() posted: Posted,
    @CurrentUser() { user }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { session } = posted;
    if (isUUID(session)) await endOwnSession(this.pool, user.id, String(session));
    return this.answers.seeOther(reply, '/account', { tone: 'green', text: 'It is signed out.' });
  }

  @Post('renew-calendar')
  @Access('coordinator')
  async renewCalendar(@CurrentUser() { user }: SignedIn, @Res() reply: FastifyReply): Promise<FastifyReply> {
    await renewFeedAddress(this.#desk, { kind: 'coordinator', userId: user.id });
    const text = 'Your calendar has a new address. The old one shows nothing any more.';
    return this.answers.seeOther(reply, '/account', { tone: 'green', text });
  }

  get #desk(): FeedDesk {
    const { pool, clock, settings } = this;
    return { pool, clock, settings };
  }

  async #change(posted: Posted, signedIn: SignedIn, address: string): Promise<readonly FormError[]> {
    const { current, password, again } = posted;
    const { instance, errors } = readInput(ChangePasswordBody, { current, password, again });
    if (errors.length > 0) return errors;
    if (instance.password !== instance.again) {
      return [{ field: 'again', message: 'The two passwords are not the same.' }];
    }
    try {
      const { user, tokenHash } = signedIn;
      await changePassword(this.pool, { userId: user.id, tokenHash, address }, instance, this.clock.now());
      this.eventBus.publish(new LogGrew());
      return [];
    } catch (error) {
      if (error instanceof TooManyAttempts) return [{ message: error.message }];
      if (!(error instanceof AccountRefused)) throw error;
      return [{ field: error.field, message: error.sentence }];
    }
  }

  async #page(
    reply: FastifyReply,
    { user: { id }, scope, tokenHash }: SignedIn,
    errors: readonly FormError[] = [],
  ): Promise<FastifyReply> {
    const user = await findUser(this.pool, id);
    if (user === undefined) throw new NotFound();
    const own = await listProgrammes(this.pool, { programmes: scope.own, limit: 200 });
    const view = accountView({
      user,
      programmes: own.map(({ name }) => name),
      sessions: await openSessions(this.pool, id, tokenHash),
      parts: () => this.answers.formParts(reply),
      errors,
      ...(scope.own.length === 0 ? {} : { feed: await coordinatorFeedAddress(this.#desk, id) }),
    });
    return this.answers.send(reply, {
      page: AccountPage,
      view,
      status: errors.length > 0 ? 422 : 200,
    });
  }
}
