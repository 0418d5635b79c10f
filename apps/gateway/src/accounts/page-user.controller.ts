import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountRefused } from '@linking/application/accounts/access-errors.js';
import {
  ChangeUser,
  type ChangedUser,
  type UserRequest,
} from '@linking/application/accounts/user-commands.js';
import { Access } from '../http/access.js';
import { IdAddress } from '../http/addresses.dto.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { fieldOf } from './page-users.controller.js';
import { UserPages, type TypedForm } from './user-pages.js';
import { readDetails, readRoles } from './user-forms.js';

/** One user: what she is, and what an administrator does with her account. */
@Access('admin')
@Controller('users/:id')
export class PageUserController {
  constructor(
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
    @Inject(UserPages) private readonly pages: UserPages,
  ) {}

  @Get()
  @Access('admin', 'national', 'auditor')
  async show(
    @Param() { id }: IdAddress,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.pages.user(request, reply, id);
  }

  @Post('roles')
  async roles(
    @Param() { id }: IdAddress,
    @Body() body: Posted,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const typed = new PostedForm(body);
    const change = { command: 'change-roles', ...readRoles(typed) } as const;
    return this.#save({ id, body, request, reply }, change, { form: 'roles', typed });
  }

  @Post('details')
  async details(
    @Param() { id }: IdAddress,
    @Body() body: Posted,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const typed = new PostedForm(body);
    const change = { command: 'change-details', ...readDetails(typed) } as const;
    return this.#save({ id, body, request, reply }, change, { form: 'details', typed });
  }

  @Post('offer-password')
  async offerPassword(
    @Param() { id }: IdAddress,
    @Body() body: Posted,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const offered = await this.#change({ id, body, request, reply }, { command: 'offer-password' });
    return this.pages.address(request, reply, offered);
  }

  @Post('close')
  async close(
    @Param() { id }: IdAddress,
    @Body() body: Posted,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { user, endedIn } = await this.#change({ id, body, request, reply }, { command: 'close' });
    const closed = `The account of ${user.name} is closed and signed out everywhere.`;
    const text = [closed, ...endedText(user, endedIn)].join(' ');
    return this.answers.seeOther(reply, `/users/${id}`, { tone: 'green', text });
  }

  @Post('reopen')
  async reopen(
    @Param() { id }: IdAddress,
    @Body() body: Posted,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { user } = await this.#change({ id, body, request, reply }, { command: 'reopen' });
    const text = `The account of ${user.name} is open again, with its password as it was.`;
    return this.answers.seeOther(reply, `/users/${id}`, { tone: 'green', text });
  }

  async #save(asked: Asked, change: UserRequest, typed: TypedForm): Promise<FastifyReply> {
    const { id, request, reply } = asked;
    try {
      if (typed.typed.errors.length === 0) {
        const { user, endedIn } = await this.#change(asked, change);
        const text = [`The account of ${user.name} is changed.`, ...endedText(user, endedIn)].join(' ');
        return this.answers.seeOther(reply, `/users/${id}`, { tone: 'green', text });
      }
    } catch (error) {
      if (!(error instanceof AccountRefused)) throw error;
      typed.typed.errors.push({ ...fieldOf(error), message: error.sentence });
    }
    return this.pages.user(request, reply, id, typed);
  }

  #change({ id, body, request }: Asked, change: UserRequest): Promise<ChangedUser> {
    return this.commandBus.execute(new ChangeUser(id, change, senderOfForm(request, body)));
  }
}

/** What the programme’s page says from now on as well. */
const endedText = ({ name }: ChangedUser['user'], endedIn: readonly string[] = []): readonly string[] =>
  endedIn.map(
    (programme) =>
      `${name} coordinates ${programme} no more: her time ended yesterday. Appoint somebody else on its page.`,
  );

interface Asked {
  readonly id: string;
  readonly body: Posted;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}
