import type { OpenSession } from '@linking/application/accounts/sessions.js';
import type { UserDetails } from '@linking/application/accounts/users.js';
import type { AccountView, SessionLineView } from '../pages/accounts/account-page.js';
import type { FormError, FormField } from '../pages/forms/form-view.js';
import { ageWords } from './age-words.js';
import { roleNames } from './user-words.js';
import type { FormParts } from './user-forms.js';

const PASSWORD_FIELDS: readonly FormField[] = [
  { kind: 'password', name: 'current', label: 'Your current password', autocomplete: 'current-password' },
  {
    kind: 'password',
    name: 'password',
    label: 'New password',
    hint: 'At least 12 characters. A sentence is easy to remember.',
    autocomplete: 'new-password',
  },
  { kind: 'password', name: 'again', label: 'The new password again', autocomplete: 'new-password' },
];

export interface AccountMaterial {
  readonly user: UserDetails;
  /** Names of those she runs. */
  readonly programmes: readonly string[];
  readonly sessions: readonly OpenSession[];
  readonly parts: () => FormParts;
  readonly errors: readonly FormError[];
  /** Address of the calendar feed of a coordinator. */
  readonly feed?: string;
}

export function accountView({
  user,
  programmes,
  sessions,
  parts,
  errors,
  feed,
}: AccountMaterial): AccountView {
  const lines = (kind: OpenSession['kind'], verb: string): readonly SessionLineView[] =>
    sessions
      .filter((session) => session.kind === kind)
      .map((session) => ({
        id: session.id,
        words: `${verb} ${ageWords(session.startedAt)}, used ${ageWords(session.lastSeen)}`,
        own: session.own,
        end: {
          ...parts(),
          action: '/account/end-session',
          label: kind === 'page' ? 'Sign out there' : 'Revoke',
          hidden: { session: session.id },
        },
      }));
  return {
    name: user.name,
    known: [
      { key: 'E-mail', value: user.email },
      { key: 'Roles', value: user.roles.map((role) => roleNames[role]).join(', ') },
      ...(programmes.length === 0 ? [] : [{ key: 'Programmes', value: programmes.join(', ') }]),
    ],
    password: {
      ...parts(),
      action: '/account/password',
      fields: PASSWORD_FIELDS,
      submitLabel: 'Change password',
      values: {},
      errors,
    },
    browsers: lines('page', 'Signed in'),
    tokens: lines('api', 'Made'),
    ...(feed === undefined
      ? {}
      : {
          calendar: {
            address: feed,
            renew: { ...parts(), action: '/account/renew-calendar', label: 'Make a new address' },
          },
        }),
  };
}
