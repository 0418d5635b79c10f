import { Body, Controller, Get, Header, Inject, Post, Query, Redirect, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { TooManyAttempts, WrongPassword } from '@linking/application/accounts/access-errors.js';
import { tokenHash } from '@linking/application/accounts/secret-token.js';
import { endSession } from '@linking/application/accounts/sessions.js';
import { signIn } from '@linking/application/accounts/sign-in.js';
import { POOL } from '@linking/application/ports.js';
import { Access } from '../http/access.js';
import { Cookies } from '../http/cookies.js';
import { problemOf } from '../http/problems.js';
import { readInput } from '../http/validation.js';
import type { FormError } from '../pages/forms/form-view.js';
import { localPath } from './local-path.js';
import { SignInPages } from './sign-in-pages.js';
import { SignInBody } from './sign-in.dto.js';

@Controller()
export class SignInPagesController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(Cookies) private readonly cookies: Cookies,
    @Inject(SignInPages) private readonly pages: SignInPages,
  ) {}

  @Get('sign-in')
  @Access('public')
  @Header('content-type', 'text/html; charset=utf-8')
  show(@Query('to') to: unknown, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.pages.signIn(reply, { to: localPath(to) });
  }

  @Post('sign-in')
  @Access('public')
  async signIn(@Body() posted: Record<string, unknown>, @Res() reply: FastifyReply) {
    const to = localPath(posted['to']);
    const { instance, errors } = readInput(SignInBody, {
      email: posted['email'],
      password: posted['password'],
    });
    if (errors.length > 0) return this.again(reply, { to, email: instance.email, errors });
    try {
      const { email, password } = instance;
      const session = await signIn(this.pool, { email, password, address: reply.request.ip, kind: 'page' });
      this.cookies.setSession(reply, session.token, session.expiresAt);
      return reply.redirect(to, 303);
    } catch (error) {
      if (!(error instanceof WrongPassword || error instanceof TooManyAttempts)) throw error;
      const { status, headers = {} } = problemOf(error);
      reply.headers(headers);
      return this.again(reply, { to, email: instance.email, errors: [{ message: error.message }] }, status);
    }
  }

  @Post('sign-out')
  @Access('public')
  @Redirect('/sign-in', 303)
  async signOut(@Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = this.cookies.session(reply.request);
    if (token) await endSession(this.pool, tokenHash(token));
    this.cookies.clearSession(reply);
  }

  private again(
    reply: FastifyReply,
    typed: { to: string; email: string; errors: readonly FormError[] },
    status = 422,
  ) {
    reply.status(status === 401 ? 422 : status).type('text/html; charset=utf-8');
    return reply.send(this.pages.signIn(reply, typed));
  }
}
