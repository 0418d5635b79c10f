import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { passwordToken } from '@linking/application/accounts/set-password.js';
import { AddUser, ChangeUser } from '@linking/application/accounts/user-commands.js';
import type { ChangedUser } from '@linking/application/accounts/user-commands.js';
import { findUser, listUsers, type UserDetails } from '@linking/application/accounts/users.js';
import { POOL, SETTINGS } from '@linking/application/ports.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { Access } from '../http/access.js';
import { IdAddress, idIn } from '../http/addresses.dto.js';
import { Answers } from '../http/answers.js';
import { ApiChange, ApiCreate, ApiRead, ApiReadRevision, Writes } from '../http/api-docs.js';
import { addCommandRoutes, bodyOf } from '../http/command-routes.js';
import { TEXT_PART, UUID_PART, cursorParts } from '../http/cursors.js';
import { pageOf } from '../http/paging.js';
import { plainOf } from '../http/plain.js';
import { etagOf, ifMatchIfGiven } from '../http/revisions.js';
import { apiSender } from '../http/sender.js';
import { CurrentUser, signedInOf, type SignedIn } from '../http/signed-in.js';
import { userCommands, type UserApiCommand } from './user-commands.js';
import {
  AddUserBody,
  ChangedUserAnswer,
  UserAnswer,
  UsersPage,
  UsersQuery,
  userExample,
} from './users.dto.js';

const ID = { name: 'id', schema: { type: 'string', format: 'uuid' } } as const;

@ApiTags('users')
@Controller('api/v1/users')
export class ApiUsersController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  @Get()
  @Access('admin', 'national', 'auditor')
  @ApiOperation({ summary: 'Who may sign in, by name' })
  @ApiRead(UsersPage, 400, 403)
  async list(@Query() query: UsersQuery): Promise<UsersPage> {
    const { after, limit, ...wanted } = query;
    const last = cursorParts(after, TEXT_PART, UUID_PART);
    const found = await listUsers(this.pool, {
      ...wanted,
      ...(last === undefined ? {} : { after: { name: last[0] ?? '', id: last[1] ?? '' } }),
      limit: limit + 1,
    });
    return pageOf(
      found,
      limit,
      (user) => user,
      ({ name, id }) => [name, id],
    );
  }

  @Get(':id')
  @Access('admin', 'national', 'auditor')
  @ApiOperation({ summary: 'One user' })
  @ApiReadRevision(UserAnswer)
  async one(
    @Param() { id }: IdAddress,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UserDetails> {
    const user = await findUser(this.pool, id);
    if (user === undefined) throw new NotFound();
    reply.header('etag', etagOf(user.revision));
    return user;
  }

  @Post()
  @Access('admin')
  @ApiOperation({ summary: 'Add a user, with an address to set her password' })
  @Writes('UserAdded')
  @ApiBody({ type: AddUserBody, examples: { 'add-user': { value: userExample } } })
  @ApiCreate(ChangedUserAnswer)
  async add(
    @Body() body: AddUserBody,
    @CurrentUser() signedIn: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const kept = await this.answers.once(reply, async (commandId) => {
      const added = await this.commands.execute(new AddUser(plainOf(body), apiSender(signedIn, commandId)));
      const { id, revision } = added.user;
      const headers = { etag: etagOf(revision), location: `/api/v1/users/${id}` };
      return { status: 201, body: added, headers };
    });
    return this.#withAddress(kept);
  }

  /** Key, revision, body, rules. */
  async change(command: UserApiCommand, reply: FastifyReply): Promise<string> {
    const id = idIn(reply.request);
    const kept = await this.answers.once(reply, async (commandId) => {
      const expected = ifMatchIfGiven(reply.request);
      const asked = command.request(bodyOf(command.body, reply.request));
      const sender = apiSender(signedInOf(reply.request), commandId);
      const done = await this.commands.execute(new ChangeUser(id, asked, sender, expected));
      return { status: 200, body: done, headers: { etag: etagOf(done.user.revision) } };
    });
    return this.#withAddress(kept);
  }

  /** The kept answer holds only the id of an offer: its address is made for the one who asks, and never kept. */
  #withAddress(kept: string): string {
    const { user, passwordOffer } = JSON.parse(kept) as ChangedUser;
    const answer: ChangedUserAnswer = {
      user,
      passwordAddress:
        passwordOffer === undefined
          ? null
          : `${this.settings.publicUrl}/set-password/${passwordToken(this.settings, passwordOffer)}`,
    };
    return JSON.stringify(answer);
  }
}

addCommandRoutes(ApiUsersController, userCommands, {
  address: ':id',
  mayEnter: ['admin'],
  param: ApiParam(ID),
  answer: ApiChange(ChangedUserAnswer, { ifMatchRequired: false }),
});
