import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { accountMailsOf } from '@linking/application/accounts/account-mails.js';
import { passwordToken } from '@linking/application/accounts/set-password.js';
import type { ChangedUser } from '@linking/application/accounts/user-commands.js';
import { changesOfUser } from '@linking/application/accounts/user-changes.js';
import { findUser } from '@linking/application/accounts/users.js';
import { actorNames } from '@linking/application/people/actor-names.js';
import { POOL, SETTINGS } from '@linking/application/ports.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { listProgrammes } from '@linking/projections/programmes/programmes.js';
import { PageAnswers } from '../http/page-answers.js';
import { signedInOf } from '../http/signed-in.js';
import { PasswordAddressPage } from '../pages/accounts/password-address-page.js';
import { UserPage } from '../pages/accounts/user-page.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import { userView } from './user-view-model.js';

export interface TypedForm {
  readonly form: 'roles' | 'details';
  readonly typed: PostedForm;
}

/** Brings together what the pages about one user show. */
@Injectable()
export class UserPages {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  async user(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    posted?: TypedForm,
  ): Promise<FastifyReply> {
    const { pool } = this;
    const user = await findUser(pool, id);
    if (user === undefined) throw new NotFound();
    const changes = await changesOfUser(pool, id);
    const reader = signedInOf(request);
    const view = userView({
      user,
      programmes: await listProgrammes(pool, { programmes: 'all', limit: 200 }),
      changes,
      actors: await actorNames(
        pool,
        changes.map(({ actor }) => actor),
      ),
      mails: reader.scope.mayChangeUsers ? await accountMailsOf(pool, id) : [],
      ...(reader.scope.mayChangeUsers
        ? {
            administration: {
              parts: () => this.answers.formParts(request, reply),
              own: reader.user.id === id,
              ...(posted === undefined ? {} : { posted }),
            },
          }
        : {}),
    });
    return this.answers.send(request, reply, {
      page: UserPage,
      view,
      crumbs: [{ href: '/users', label: 'Users' }],
      status: posted === undefined ? 200 : 422,
    });
  }

  /** The answer to the form itself, not a page to go to: the address stands nowhere else. Sent again, it is the same. */
  address(
    request: FastifyRequest,
    reply: FastifyReply,
    { user, passwordOffer = '' }: ChangedUser,
  ): FastifyReply {
    const token = passwordToken(this.settings, passwordOffer);
    return this.answers.send(request, reply, {
      page: PasswordAddressPage,
      view: {
        name: user.name,
        email: user.email,
        address: `${this.settings.publicUrl}/set-password/${token}`,
        onward: { href: `/users/${user.id}`, label: `Go to the account of ${user.name}` },
      },
      crumbs: [{ href: '/users', label: 'Users' }],
    });
  }
}
