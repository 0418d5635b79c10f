import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Post, Res } from '@nestjs/common';
import { EventBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { TooManyAttempts } from '@linking/application/accounts/access-errors.js';
import { askForPassword } from '@linking/application/accounts/password-reset.js';
import { LogGrew } from '@linking/application/commands/log-grew.js';
import { CLOCK, POOL, SETTINGS } from '@linking/application/ports.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { Access } from '../http/access.js';
import { PageAnswers, type Posted } from '../http/page-answers.js';
import { problemOf } from '../http/problems.js';
import { readInput } from '../http/validation.js';
import {
  ForgottenPasswordPage,
  type ForgottenPasswordView,
} from '../pages/accounts/forgotten-password-page.js';
import type { FormError } from '../pages/forms/form-view.js';
import { ForgottenPasswordBody } from './account.dto.js';

/** Whoever asks learns nothing about who has an account: the answer is always the same. */
@Access('public')
@Controller('forgotten-password')
export class ForgottenPasswordController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(EventBus) private readonly eventBus: EventBus,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  show(@Res() reply: FastifyReply): FastifyReply {
    return this.#page(reply, this.#sendsMail ? this.#form(reply) : { state: 'no-mail' });
  }

  @Post()
  async ask(@Body() posted: Posted, @Res() reply: FastifyReply): Promise<FastifyReply> {
    if (!this.#sendsMail) return this.#page(reply, { state: 'no-mail' });
    const { instance, errors } = readInput(ForgottenPasswordBody, { email: posted['email'] });
    if (errors.length > 0) return this.#page(reply, this.#form(reply, errors), 422);
    try {
      const { email } = instance;
      await askForPassword(
        this.pool,
        { email, address: reply.request.ip, now: this.clock.now() },
        this.settings,
      );
    } catch (error) {
      if (!(error instanceof TooManyAttempts)) throw error;
      const { status, headers = {} } = problemOf(error);
      reply.headers(headers);
      return this.#page(reply, this.#form(reply, [{ message: error.message }]), status);
    }
    this.eventBus.publish(new LogGrew());
    return this.#page(reply, { state: 'asked', demonstration: this.settings.demo });
  }

  get #sendsMail(): boolean {
    return this.settings.smtpUrl !== undefined || this.settings.demo;
  }

  #form(reply: FastifyReply, errors: readonly FormError[] = []): ForgottenPasswordView {
    return {
      state: 'ask',
      form: {
        csrf: this.answers.formParts(reply).csrf,
        idempotencyKey: randomUUID(),
        action: '/forgotten-password',
        fields: [{ kind: 'email', name: 'email', label: 'E-mail address', autocomplete: 'username' }],
        submitLabel: 'Send me an address',
        values: {},
        errors,
        also: [{ href: '/sign-in', label: 'Back to the sign-in', look: 'link' }],
      },
    };
  }

  #page(reply: FastifyReply, view: ForgottenPasswordView, status = 200): FastifyReply {
    return this.answers.send(reply, { page: ForgottenPasswordPage, view, status });
  }
}
