import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeLink } from '@linking/application/links/change-link.js';
import type { LinkRequest, Said } from '@linking/application/links/link-request.js';
import { derivedId } from '@linking/events/event-ids.js';
import { Access } from '../http/access.js';
import { Answers } from '../http/answers.js';
import { ApiProblems, TakesIdempotencyKey, Writes } from '../http/api-docs.js';
import { InvalidInput, type FieldError } from '../http/http-errors.js';
import { plainOf } from '../http/plain.js';
import { problemOf } from '../http/problems.js';
import { apiSender } from '../http/sender.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { readInput } from '../http/validation.js';
import { linkCommands, type LinkCommand } from './link-commands.js';
import { TogetherAnswer, TogetherBody, togetherExample, type TogetherEntryAnswer } from './together.dto.js';

/** The same step of many links in one request: each link takes or refuses it by itself. */
@ApiTags('links')
@Controller('api/v1/links/together')
export class ApiLinksTogetherController {
  constructor(
    @Inject(Answers) private readonly answers: Answers,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  @Post()
  @Access('coordinator', 'national')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Record the same step for several links: each takes or refuses it by itself',
    description:
      'The bodies are checked first: nothing is recorded while one of them cannot be read. No If-Match is asked for.',
  })
  @Writes(
    'WorkExchanged',
    'FinalExchangeCompleted',
    'MeetingHeld',
    'VisitsPlanned',
    'TrainingAttended',
    'EntryVoided',
    'DiscussionRecorded',
    'StepSkipped',
  )
  @ApiBody({ type: TogetherBody, examples: { together: { value: togetherExample } } })
  @TakesIdempotencyKey
  @ApiOkResponse({ type: TogetherAnswer })
  @ApiProblems(400, 401, 403, 422)
  async record(
    @Body() body: TogetherBody,
    @CurrentUser() signedIn: SignedIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.answers.once(request, reply, async (commandId) => {
      const entries: TogetherEntryAnswer[] = [];
      for (const [index, { ref, asked, said }] of stepsOf(body).entries()) {
        // The same for the same entry of the same request: sent again after a crash it is found, not doubled.
        const sender = apiSender(signedIn, derivedId(commandId, `${ref} ${index}`));
        entries.push(await this.#one(new ChangeLink(ref, asked, said, sender)));
      }
      return { status: 200, body: { entries } satisfies TogetherAnswer };
    });
  }

  async #one(change: ChangeLink): Promise<TogetherEntryAnswer> {
    const { ref } = change;
    try {
      const { link, events, warnings } = await this.commands.execute(change);
      return {
        ref,
        result: events.length > 0 ? 'recorded' : 'unchanged',
        revision: link.revision,
        events: events.map(({ id, type, revision }) => ({ id, type, revision })),
        warnings: warnings.map(({ code, sentence }) => ({ code, sentence })),
      };
    } catch (error) {
      const { status, code, detail } = problemOf(error);
      if (status >= 500) throw error;
      return { ref, result: 'refused', events: [], warnings: [], code, detail };
    }
  }
}

interface Step {
  readonly ref: string;
  readonly asked: LinkRequest;
  readonly said: Said;
}

/** Each entry as its command wants it. Throws InvalidInput with what is wrong in all of them. */
function stepsOf({ command: name, same = {}, entries }: TogetherBody): readonly Step[] {
  const command = linkCommands.find((one) => one.name === name);
  if (command === undefined) throw new Error(`${name} is no command of a link`);
  const read = entries.map(({ ref, body = {} }, index) => {
    const { instance, errors } = readInput(command.body, { ...same, ...body });
    return { ref, instance, errors: errors.map((error) => inEntry(index, error)) };
  });
  const errors = read.flatMap((entry) => entry.errors);
  if (errors.length > 0) throw new InvalidInput('body', errors);
  return read.map(({ ref, instance }) => ({ ref, ...stepOf(command, plainOf(instance)) }));
}

const inEntry = (index: number, { field, message }: FieldError): FieldError => ({
  field: `entries.${index}.body.${field}`,
  message,
});

function stepOf(
  { request }: LinkCommand,
  { occurredOn, note, overrides, ...asked }: Said,
): Omit<Step, 'ref'> {
  // The table of commands compiles only when the rest of the body is what this request wants.
  const wanted = { ...asked, type: request } as LinkRequest;
  return { asked: wanted, said: plainOf({ occurredOn, note, overrides }) };
}
