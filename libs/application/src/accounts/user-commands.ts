import { Command } from '@nestjs/cqrs';
import type { Sender } from '../commands/sender.js';
import type { Role } from './roles.js';
import type { UserDetails } from './users.js';

export interface UserInBody {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly programmes?: readonly string[];
}

/** What an administrator may do with an account. */
export type UserRequest =
  | { readonly command: 'change-details'; readonly name: string; readonly email: string }
  | {
      readonly command: 'change-roles';
      readonly roles: readonly Role[];
      readonly programmes?: readonly string[];
    }
  | { readonly command: 'offer-password' }
  | { readonly command: 'close' }
  | { readonly command: 'reopen' };

export interface ChangedUser {
  readonly user: UserDetails;
  /** Present when a one-time address was made: {@link passwordToken} makes its secret part of this id. */
  readonly passwordOffer?: string;
  /** Names of the programmes in which her appointment ended by it. */
  readonly endedIn?: readonly string[];
}

export class AddUser extends Command<ChangedUser> {
  constructor(
    readonly user: UserInBody,
    readonly sender: Sender,
  ) {
    super();
  }
}

export class ChangeUser extends Command<ChangedUser> {
  constructor(
    readonly id: string,
    readonly request: UserRequest,
    readonly sender: Sender,
    /** What the sender saw; anything when absent. */
    readonly expectedRevision?: number,
  ) {
    super();
  }
}
