import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { ChangeLink } from '@linking/application/links/change-link.js';
import { linkInScope } from '@linking/application/links/link-in-scope.js';
import type { LinkRequest, Said } from '@linking/application/links/link-request.js';
import { CLOCK, EVENT_STORE, POOL } from '@linking/application/ports.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { Answers } from '../http/answers.js';
import { ApiChange } from '../http/api-docs.js';
import { addCommandRoutes, bodyOf } from '../http/command-routes.js';
import { plainOf } from '../http/plain.js';
import { ifMatch } from '../http/revisions.js';
import { apiSender } from '../http/sender.js';
import { signedInOf } from '../http/signed-in.js';
import { linkChangedAnswer } from './link-changed-answer.js';
import { linkCommands } from './link-commands.js';
import type { LinkCommand } from './link-commands.js';
import { LinkChangedAnswer, RefParam } from './link.dto.js';

/** A route a command of the table: `POST /api/v1/links/{ref}/{command}`. */
@ApiTags('links')
@Controller('api/v1/links')
export class ApiLinkCommandsController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  /** Scope, key, revision, body, rules: whoever may not see a link learns nothing from her mistakes. */
  async change(command: LinkCommand, reply: FastifyReply): Promise<string> {
    const signedIn = signedInOf(reply.request);
    const { ref } = reply.request.params as { ref: string };
    await linkInScope(this.store, signedIn.scope, ref);
    return this.answers.once(reply, async (commandId) => {
      const revision = ifMatch(reply.request);
      const { occurredOn, note, overrides, ...asked } = bodyOf(command.body, reply.request);
      // The table compiles only when the rest of the body is what this request wants.
      const wanted = { ...asked, type: command.request } as LinkRequest;
      const said: Said = plainOf({ occurredOn, note, overrides });
      const sender = apiSender(signedIn, commandId);
      const changed = await this.commands.execute(new ChangeLink(ref, wanted, said, sender, revision));
      return linkChangedAnswer(this.pool, this.clock, changed);
    });
  }
}

addCommandRoutes(ApiLinkCommandsController, linkCommands, {
  address: ':ref',
  mayEnter: ['coordinator', 'national'],
  param: RefParam(),
  answer: ApiChange(LinkChangedAnswer),
});
