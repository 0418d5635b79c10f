import { HttpCode, Post, Res } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { ApiBody, ApiOperation } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Role } from '@linking/application/accounts/roles.js';
import { Access } from './access.js';
import { Writes } from './api-docs.js';
import type { EventName } from './api-docs.js';
import { plainOf } from './plain.js';
import { checkInput } from './validation.js';

/** One command of a table: what its route, its description and `docs/api-commands.md` are made of. */
export interface RoutedCommand {
  /** As the address names it. */
  readonly name: string;
  readonly body: Type<object>;
  readonly summary: string;
  /** What it may write. */
  readonly events: readonly EventName[];
  readonly example: object;
}

interface CommandsController<Command> {
  change(command: Command, reply: FastifyReply): Promise<string>;
}

/** Gives a controller a route a command of its table: `POST {address}/{command}`. */
export function addCommandRoutes<Command extends RoutedCommand>(
  { prototype }: { readonly prototype: CommandsController<Command> },
  commands: readonly Command[],
  about: {
    readonly address: string;
    readonly mayEnter: readonly [Role, ...Role[]];
    readonly param: MethodDecorator;
    readonly answer: MethodDecorator;
  },
): void {
  for (const command of commands) {
    const method = command.name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const route = {
      [method](this: CommandsController<Command>, reply: FastifyReply) {
        return this.change(command, reply);
      },
    };
    const descriptor = Object.getOwnPropertyDescriptor(route, method)!;
    Object.defineProperty(prototype, method, descriptor);
    Reflect.defineMetadata('design:paramtypes', [Object], prototype, method);
    Res({ passthrough: true })(prototype, method, 0);
    const decorators = [
      Post(`${about.address}/${command.name}`),
      HttpCode(200),
      Access(...about.mayEnter),
      ApiOperation({ summary: command.summary }),
      Writes(...command.events),
      about.param,
      ApiBody({ type: command.body, examples: { [command.name]: { value: command.example } } }),
      about.answer,
    ];
    for (const decorate of decorators) decorate(prototype, method, descriptor);
  }
}

/** What was sent, checked; a body that was left out counts as an empty one. Throws InvalidInput. */
export const bodyOf = <Body extends object>(shape: Type<Body>, request: FastifyRequest): Body =>
  plainOf(checkInput(shape, request.body === undefined ? {} : request.body, 'body'));
