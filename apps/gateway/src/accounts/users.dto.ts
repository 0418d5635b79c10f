import { ROLES, type Role } from '@linking/application/accounts/roles.js';
import type { UserInBody } from '@linking/application/accounts/user-commands.js';
import { USER_STATES, type UserDetails, type UserState } from '@linking/application/accounts/users.js';
import { Codes, Email, Line, OneOf, Slug, SomeOf } from '../http/fields.js';
import { PageQuery, type Page } from '../http/paging.js';
import {
  ShowsId,
  ShowsInstant,
  ShowsList,
  ShowsNext,
  ShowsObject,
  ShowsOneOf,
  ShowsSomeOf,
  ShowsText,
  ShowsTextOrNull,
  ShowsTexts,
  ShowsWhole,
} from '../http/shown.js';

export class UsersQuery extends PageQuery {
  @Line(200, { optional: true, description: 'Part of a name or of an e-mail address.' })
  q?: string;

  @OneOf(ROLES, { optional: true })
  role?: Role;

  @Slug({ optional: true })
  programme?: string;

  @OneOf(USER_STATES, { optional: true })
  state?: UserState;
}

const PROGRAMMES = 'Slugs of the programmes a coordinator runs; nobody else has any.';

export class AddUserBody implements UserInBody {
  @Line(200)
  name: string;

  @Email()
  email: string;

  @SomeOf(ROLES, { description: 'One or more; an auditor has no other.' })
  roles: Role[];

  @Codes({ optional: true, description: PROGRAMMES })
  programmes?: string[];
}

export class ChangeDetailsBody {
  @Line(200)
  name: string;

  @Email()
  email: string;
}

export class ChangeRolesBody {
  @SomeOf(ROLES, { description: 'All roles from now on.' })
  roles: Role[];

  @Codes({ optional: true, description: PROGRAMMES })
  programmes?: string[];
}

export class UserAnswer implements UserDetails {
  @ShowsId()
  id: string;
  @ShowsWhole()
  revision: number;
  @ShowsText()
  name: string;
  @ShowsText()
  email: string;
  @ShowsSomeOf(ROLES)
  roles: readonly Role[];
  @ShowsTexts()
  programmes: readonly string[];
  @ShowsOneOf(USER_STATES, { description: 'Invited: no password is set yet.' })
  state: UserState;
  @ShowsInstant()
  addedAt: string;
  @ShowsTextOrNull()
  lastSignIn: string | null;
}

export class UsersPage implements Page<UserDetails> {
  @ShowsList(UserAnswer)
  items: readonly UserDetails[];
  @ShowsNext()
  next: string | null;
}

export class ChangedUserAnswer {
  @ShowsObject(UserAnswer)
  user: UserDetails;
  @ShowsTextOrNull({
    description: 'The address with which she sets her password: once, within 7 days. Hand it to her alone.',
  })
  passwordAddress: string | null;
}

export const userExample = {
  name: 'Priya Shah',
  email: 'priya.shah@bradford.example',
  roles: ['coordinator'],
  programmes: ['bradford'],
} as const;
