import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { AccountRefused } from '@linking/application/accounts/access-errors.js';
import { isRole } from '@linking/application/accounts/roles.js';
import { AddUser } from '@linking/application/accounts/user-commands.js';
import { USER_STATES, listUsers, type UserState } from '@linking/application/accounts/users.js';
import { POOL } from '@linking/application/ports.js';
import { listProgrammes, type Programme } from '@linking/projections/programmes/programmes.js';
import { Access } from '../http/access.js';
import { TEXT_PART, UUID_PART, cursorParts } from '../http/cursors.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { pageOf } from '../http/paging.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { textsOf } from '../links/link-reader.js';
import { UserListPage } from '../pages/accounts/user-list-page.js';
import { FormPage } from '../pages/forms/form-page.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { UserPages } from './user-pages.js';
import { addUserForm, formField, readDetails, readRoles } from './user-forms.js';
import { userListView } from './users-view-model.js';

const A_PAGE = 50;

@Controller('users')
export class PageUsersController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
    @Inject(UserPages) private readonly pages: UserPages,
  ) {}

  @Get()
  @Access('admin', 'national', 'auditor')
  async list(
    @Query() query: Record<string, unknown>,
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { q = '', role = '', programme = '', state = '', after } = textsOf(query);
    const last = cursorParts(after, TEXT_PART, UUID_PART);
    const found = await listUsers(this.pool, {
      ...(q.trim() === '' ? {} : { q: q.trim() }),
      ...(isRole(role) ? { role } : {}),
      ...(programme === '' ? {} : { programme }),
      ...(isState(state) ? { state } : {}),
      ...(last === undefined ? {} : { after: { name: last[0] ?? '', id: last[1] ?? '' } }),
      limit: A_PAGE + 1,
    });
    const { items, next } = pageOf(
      found,
      A_PAGE,
      (user) => user,
      ({ name, id }) => [name, id],
    );
    const view = userListView({
      users: items,
      programmes: await this.#programmes(),
      filter: {
        q: q.trim(),
        role: isRole(role) ? role : '',
        programme,
        state: isState(state) ? state : '',
      },
      next,
      mayChange: scope.mayChangeUsers,
    });
    return this.answers.send(request, reply, { page: UserListPage, view });
  }

  @Get('add')
  @Access('admin')
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.#form(request, reply);
  }

  @Post('add')
  @Access('admin')
  async add(
    @Body() body: Posted,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const posted = new PostedForm(body);
    const user = { ...readDetails(posted), ...readRoles(posted) };
    try {
      if (posted.errors.length === 0) {
        const added = await this.commandBus.execute(new AddUser(user, senderOfForm(request, body)));
        return this.pages.address(request, reply, added);
      }
    } catch (error) {
      if (!(error instanceof AccountRefused)) throw error;
      posted.errors.push({ ...fieldOf(error), message: error.sentence });
    }
    return this.#form(request, reply, posted);
  }

  #programmes(): Promise<readonly Programme[]> {
    return listProgrammes(this.pool, { programmes: 'all', limit: 200 });
  }

  async #form(request: FastifyRequest, reply: FastifyReply, posted?: PostedForm): Promise<FastifyReply> {
    const form = addUserForm(await this.#programmes(), this.answers.formParts(request, reply), posted);
    const intro = 'You get an address with which the password is set, to hand over yourself.';
    return this.answers.send(request, reply, {
      page: FormPage,
      view: { title: 'Add a user', intro, form },
      status: posted === undefined ? 200 : 422,
      crumbs: [{ href: '/users', label: 'Users' }],
    });
  }
}

const isState = (text: string): text is UserState => (USER_STATES as readonly string[]).includes(text);

export function fieldOf(error: AccountRefused): { readonly field?: string } {
  const field = formField(error.field);
  return field === undefined ? {} : { field };
}
