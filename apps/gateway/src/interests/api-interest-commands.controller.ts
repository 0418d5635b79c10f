import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { ChangeInterest } from '@linking/application/interests/interest-commands.js';
import { interestDetails } from '@linking/application/interests/interest-details.js';
import { seenInterest } from '@linking/application/interests/read-interest.js';
import { EVENT_STORE, POOL } from '@linking/application/ports.js';
import type { EventStore } from '@linking/events/event-store.js';
import { Answers } from '../http/answers.js';
import { ApiChange } from '../http/api-docs.js';
import { addCommandRoutes, bodyOf } from '../http/command-routes.js';
import { idIn } from '../http/addresses.dto.js';
import { plainOf } from '../http/plain.js';
import { etagOf, ifMatchIfGiven } from '../http/revisions.js';
import { apiSender } from '../http/sender.js';
import { signedInOf } from '../http/signed-in.js';
import { interestCommands, type InterestApiCommand } from './interest-commands.js';
import { InterestAnswer } from './interests.dto.js';

/** A route a command of the table: `POST /api/v1/interests/{id}/{command}`. */
@ApiTags('interests')
@Controller('api/v1/interests')
export class ApiInterestCommandsController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  /** Scope, key, revision, body, rules: whoever may not see an interest learns nothing from her mistakes. */
  async change(command: InterestApiCommand, reply: FastifyReply): Promise<string> {
    const signedIn = signedInOf(reply.request);
    const id = idIn(reply.request);
    await seenInterest(this.store, id, signedIn.scope);
    return this.answers.once(reply, async (commandId) => {
      const revision = ifMatchIfGiven(reply.request);
      const { occurredOn, note, ...asked } = bodyOf(command.body, reply.request);
      const said = plainOf({ occurredOn, note });
      const sender = apiSender(signedIn, commandId);
      const changing = new ChangeInterest(id, command.request(asked), said, sender, revision);
      const { interest } = await this.commands.execute(changing);
      const headers = { etag: etagOf(interest.revision) };
      return { status: 200, body: await interestDetails(this.pool, interest), headers };
    });
  }
}

addCommandRoutes(ApiInterestCommandsController, interestCommands, {
  address: ':id',
  mayEnter: ['coordinator', 'national'],
  param: ApiParam({ name: 'id', schema: { type: 'string', format: 'uuid' } }),
  answer: ApiChange(InterestAnswer, { ifMatchRequired: false }),
});
