import type { Role } from './roles.js';

/** Facts of one user, stream `user-<uuid>`. Her name and her address live in the users table: the log names fields only. */
export interface UserEventData {
  UserAdded: {
    readonly userId: string;
    readonly roles: readonly Role[];
    /** Slugs of the programmes she runs. */
    readonly programmes: readonly string[];
  };
  UserDetailsChanged: { readonly userId: string; readonly fields: readonly ('name' | 'email')[] };
  UserRolesChanged: {
    readonly userId: string;
    readonly roles: readonly Role[];
    readonly programmes: readonly string[];
  };
  /** A one-time address to set a password: shown to an administrator, printed by the command line, or mailed. */
  PasswordOffered: { readonly userId: string; readonly means: 'shown' | 'mailed' };
  /** By a one-time address, or on her own account page. Every other session ended with it. */
  PasswordSet: { readonly userId: string; readonly means: 'address' | 'account' };
  UserClosed: { readonly userId: string };
  UserReopened: { readonly userId: string };
}

export type UserEventName = keyof UserEventData;
export type UserEvent = {
  [Name in UserEventName]: { readonly type: Name; readonly data: UserEventData[Name] };
}[UserEventName];
