import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '@linking/application/accounts/demo-people.js';
import { SETTINGS } from '@linking/application/ports.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { FormTokens } from '../http/form-tokens.js';
import { PageFrames } from '../http/page-frames.js';
import { SignInPage } from '../pages/accounts/sign-in-page.js';
import type { FormError, FormField, FormView } from '../pages/forms/form-view.js';
import { renderPage } from '../pages/layout/render-page.js';
import { SetPasswordPage } from './set-password-page.js';

const SIGN_IN_FIELDS: readonly FormField[] = [
  { kind: 'email', name: 'email', label: 'E-mail address', autocomplete: 'username' },
  { kind: 'password', name: 'password', label: 'Password', autocomplete: 'current-password' },
];

const PASSWORD_FIELDS: readonly FormField[] = [
  {
    kind: 'password',
    name: 'password',
    label: 'New password',
    hint: 'At least 12 characters. A sentence is easy to remember.',
    autocomplete: 'new-password',
  },
  { kind: 'password', name: 'again', label: 'The same password again', autocomplete: 'new-password' },
];

/** The two forms of an account: to sign in, and to set a password. What was typed into a password field is not shown again. */
@Injectable()
export class SignInPages {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(FormTokens) private readonly formTokens: FormTokens,
    @Inject(PageFrames) private readonly frames: PageFrames,
  ) {}

  signIn(
    reply: FastifyReply,
    { to, email, errors = [] }: { to: string; email?: string; errors?: readonly FormError[] },
  ): string {
    const form: FormView = {
      action: '/sign-in',
      fields: SIGN_IN_FIELDS,
      submitLabel: 'Sign in',
      values: { email },
      hidden: { to },
      errors,
      csrf: this.formTokens.token(reply),
      idempotencyKey: randomUUID(),
    };
    const demonstration = { password: DEMO_PASSWORD, people: DEMO_PEOPLE };
    const view = this.settings.demo ? { form, demonstration } : { form };
    return renderPage(SignInPage, { frame: this.frames.frame(reply), view });
  }

  setPassword(reply: FastifyReply, action: string, errors: readonly FormError[] = []): string {
    const form: FormView = {
      action,
      fields: PASSWORD_FIELDS,
      submitLabel: 'Set password',
      values: {},
      errors,
      csrf: this.formTokens.token(reply),
      idempotencyKey: randomUUID(),
    };
    return renderPage(SetPasswordPage, { frame: this.frames.frame(reply), form });
  }
}
