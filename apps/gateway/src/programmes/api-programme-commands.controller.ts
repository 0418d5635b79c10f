import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NotAllowed, NotFound } from '@linking/application/accounts/access-errors.js';
import { covers } from '@linking/application/accounts/scope.js';
import { ChangeProgramme } from '@linking/application/programmes/change-programme.js';
import { JoinProgramme } from '@linking/application/programmes/join-programme.js';
import { Access } from '../http/access.js';
import { Answers } from '../http/answers.js';
import { ApiChange, ApiCreate, Writes } from '../http/api-docs.js';
import { addCommandRoutes, bodyOf } from '../http/command-routes.js';
import { plainOf } from '../http/plain.js';
import { etagOf, ifMatch } from '../http/revisions.js';
import { apiSender } from '../http/sender.js';
import { CurrentUser, signedInOf, type SignedIn } from '../http/signed-in.js';
import { AddProgrammeBody } from './programme-bodies.dto.js';
import { programmeCommands, type ProgrammeApiCommand } from './programme-commands.js';
import { ProgrammeAnswer, programmeAnswer } from './programmes.dto.js';

const example = {
  slug: 'walsall',
  code: 'WAL',
  name: 'Walsall',
  year: '2027-28',
  laCodes: ['335'],
  districtCodes: [],
  proposed: true,
};

/** A new programme, and a route a command of the table: `POST /api/v1/programmes/{slug}/{command}`. */
@ApiTags('programmes')
@Controller('api/v1/programmes')
export class ApiProgrammeCommandsController {
  constructor(
    @Inject(Answers) private readonly answers: Answers,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  @Post()
  @Access('national')
  @ApiOperation({ summary: 'A local programme is proposed, or joins the network' })
  @Writes('ProgrammeProposed', 'ProgrammeJoined', 'MailboxSet')
  @ApiBody({ type: AddProgrammeBody, examples: { 'add-programme': { value: example } } })
  @ApiCreate(ProgrammeAnswer)
  async add(
    @Body() body: AddProgrammeBody,
    @CurrentUser() signedIn: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    if (signedIn.scope.changes !== 'all') throw new NotAllowed();
    return this.answers.once(reply, async (commandId) => {
      const { proposed = false, ...programme } = plainOf(body);
      const joining = new JoinProgramme(programme, apiSender(signedIn, commandId), proposed);
      const added = await this.commands.execute(joining);
      const headers = { etag: etagOf(added.revision), location: `/api/v1/programmes/${added.slug}` };
      return { status: 201, body: programmeAnswer(added), headers };
    });
  }

  /** Scope, key, revision, body, rules. */
  async change(command: ProgrammeApiCommand, reply: FastifyReply): Promise<string> {
    const signedIn = signedInOf(reply.request);
    const { slug } = reply.request.params as { slug: string };
    if (!covers(signedIn.scope, slug)) throw new NotFound();
    return this.answers.once(reply, async (commandId) => {
      const revision = ifMatch(reply.request);
      const asked = command.request(bodyOf(command.body, reply.request));
      const changing = new ChangeProgramme(slug, asked, apiSender(signedIn, commandId), revision);
      const { programme } = await this.commands.execute(changing);
      const headers = { etag: etagOf(programme.revision) };
      return { status: 200, body: programmeAnswer(programme), headers };
    });
  }
}

addCommandRoutes(ApiProgrammeCommandsController, programmeCommands, {
  address: ':slug',
  mayEnter: ['coordinator', 'national'],
  param: ApiParam({ name: 'slug', schema: { type: 'string', example: 'bradford' } }),
  answer: ApiChange(ProgrammeAnswer),
});
