import type { AccountMail } from '@linking/application/accounts/account-mails.js';
import type { KeptChange } from '@linking/application/accounts/user-changes.js';
import type { UserDetails } from '@linking/application/accounts/users.js';
import type { UserEvent } from '@linking/events/user/user-events.js';
import type { Programme } from '@linking/projections/programmes/programmes.js';
import type { UserPageView } from '../pages/accounts/user-page.js';
import type { FormError } from '../pages/forms/form-view.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { ageWords } from './age-words.js';
import {
  stateTags,
  rolesText,
  programmesText,
  namesOf,
  accountMailTitle,
  mailTag,
  lower,
} from './user-words.js';
import { type FormParts, roleFields, detailFields } from './user-forms.js';

export interface UserMaterial {
  readonly user: UserDetails;
  readonly programmes: readonly Programme[];
  readonly changes: readonly KeptChange[];
  readonly actors: ReadonlyMap<string, string>;
  readonly mails: readonly AccountMail[];
  readonly administration?: {
    readonly parts: () => FormParts;
    /** She looks at herself. */
    readonly own: boolean;
    readonly posted?: { readonly form: 'roles' | 'details'; readonly typed: PostedForm };
  };
}

export function userView(material: UserMaterial): UserPageView {
  const { user, programmes, changes, actors, mails } = material;
  return {
    name: user.name,
    state: stateTags[user.state],
    known: [
      { key: 'E-mail', value: user.email },
      { key: 'Roles', value: rolesText(user.roles) },
      { key: 'Programmes', value: programmesText(user, programmes) },
      { key: 'Last sign-in', value: user.lastSignIn === null ? 'never' : ageWords(user.lastSignIn) },
    ],
    ...administrationOf(material),
    changes: changes.map(({ event, actor, at }) => ({
      at,
      sentence: changeSentence(event, programmes),
      who: actors.get(actor) ?? 'Somebody',
    })),
    mails: mails.map((mail) => ({
      at: mail.sentAt ?? mail.askedAt,
      link: { href: `/users/${user.id}/mails/${mail.id}`, label: accountMailTitle(mail) },
      tag: mailTag(mail),
    })),
  };
}

function administrationOf({
  user,
  programmes,
  administration,
}: UserMaterial): Pick<UserPageView, 'administration'> {
  if (administration === undefined) return {};
  const { parts, own, posted } = administration;
  const errorsOf = (form: 'roles' | 'details'): readonly FormError[] =>
    posted?.form === form ? posted.typed.errors : [];
  const address = `/users/${user.id}`;
  const closed = user.state === 'closed';
  return {
    administration: {
      roles: {
        ...parts(),
        action: `${address}/roles`,
        idPrefix: 'roles',
        fields: roleFields(programmes),
        submitLabel: 'Save roles and programmes',
        values:
          posted?.form === 'roles'
            ? posted.typed.values()
            : { roles: user.roles, programmes: user.programmes },
        errors: errorsOf('roles'),
      },
      details: {
        ...parts(),
        action: `${address}/details`,
        idPrefix: 'details',
        fields: detailFields,
        submitLabel: 'Save name and address',
        values: posted?.form === 'details' ? posted.typed.values() : { name: user.name, email: user.email },
        errors: errorsOf('details'),
      },
      ...(closed
        ? {}
        : {
            password: {
              ...parts(),
              action: `${address}/offer-password`,
              label: 'Make a new password address',
            },
          }),
      closing: closing(user, own, parts),
    },
  };
}

function closing(user: UserDetails, own: boolean, parts: () => FormParts) {
  if (user.state === 'closed') {
    return {
      sentence: 'This account is closed: nobody can sign in with it. Its history stays.',
      button: {
        ...parts(),
        action: `/users/${user.id}/reopen`,
        label: 'Open the account again',
        look: 'secondary',
      },
    } as const;
  }
  if (own) return { sentence: 'This is your own account: another administrator has to close it.' };
  return {
    sentence: `${user.name} is signed out everywhere at once, and API tokens and personal addresses end. Nothing that was recorded changes.`,
    button: {
      ...parts(),
      action: `/users/${user.id}/close`,
      label: 'Close the account',
      look: 'warning',
    },
  } as const;
}

function changeSentence({ type, data }: UserEvent, programmes: readonly Programme[]): string {
  switch (type) {
    case 'UserAdded':
      return `Added as ${lower(rolesText(data.roles))}${forProgrammes(data.programmes, programmes)}`;
    case 'UserDetailsChanged':
      return `Changed ${data.fields.map((field) => (field === 'email' ? 'the e-mail address' : 'the name')).join(' and ')}`;
    case 'UserRolesChanged':
      return `Now ${lower(rolesText(data.roles))}${forProgrammes(data.programmes, programmes)}`;
    case 'PasswordOffered':
      return data.means === 'mailed'
        ? 'Mailed an address to set a password'
        : 'Made an address to set a password';
    case 'PasswordSet':
      return 'Set a new password';
    case 'UserClosed':
      return 'Closed the account';
    case 'UserReopened':
      return 'Opened the account again';
  }
}

const forProgrammes = (slugs: readonly string[], known: readonly Programme[]) =>
  slugs.length === 0 ? '' : ` of ${namesOf(slugs, known)}`;
