import type { Type } from '@nestjs/common';
import type { UserRequest } from '@linking/application/accounts/user-commands.js';
import type { UserEventName } from '@linking/events/user/user-events.js';
import type { RoutedCommand } from '../http/command-routes.js';
import { NoFieldsBody } from '../http/no-fields.dto.js';
import { ChangeDetailsBody, ChangeRolesBody } from './users.dto.js';

/** What an administrator may do with one account. */
export interface UserApiCommand extends RoutedCommand {
  readonly request: (body: object) => UserRequest;
  readonly events: readonly UserEventName[];
}

function command<Name extends UserRequest['command'], Body extends object>(
  name: Name,
  body: Type<Body>,
  about: Pick<UserApiCommand, 'summary' | 'events' | 'example'>,
  request: (body: Body) => UserRequest,
): UserApiCommand {
  // The route hands over what it checked as this very class.
  return { name, body, request: request as UserApiCommand['request'], ...about };
}

export const userCommands: readonly UserApiCommand[] = [
  command(
    'change-details',
    ChangeDetailsBody,
    {
      summary: 'Change name or e-mail address',
      events: ['UserDetailsChanged'],
      example: { name: 'Rosa Hartley-Khan', email: 'rosa.hartley@bradford.example' },
    },
    (body) => ({ command: 'change-details', ...body }),
  ),
  command(
    'change-roles',
    ChangeRolesBody,
    {
      summary: 'Change roles and programmes',
      events: ['UserRolesChanged'],
      example: { roles: ['coordinator'], programmes: ['bradford', 'kent'] },
    },
    (body) => ({ command: 'change-roles', ...body }),
  ),
  command(
    'offer-password',
    NoFieldsBody,
    {
      summary: 'Make a new address to set the password; earlier ones no longer work',
      events: ['PasswordOffered'],
      example: {},
    },
    () => ({ command: 'offer-password' }),
  ),
  command(
    'close',
    NoFieldsBody,
    {
      summary: 'Close the account: sessions, tokens and addresses end at once',
      events: ['UserClosed'],
      example: {},
    },
    () => ({ command: 'close' }),
  ),
  command(
    'reopen',
    NoFieldsBody,
    {
      summary: 'Open a closed account again, with its password as it was',
      events: ['UserReopened'],
      example: {},
    },
    () => ({ command: 'reopen' }),
  ),
];
