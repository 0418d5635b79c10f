import type { AccountMail, AccountMailStatus } from '@linking/application/accounts/account-mails.js';
import { ROLES, type Role } from '@linking/application/accounts/roles.js';
import type { UserInBody } from '@linking/application/accounts/user-commands.js';
import type { KeptChange } from '@linking/application/accounts/user-changes.js';
import { USER_STATES, type UserDetails, type UserState } from '@linking/application/accounts/users.js';
import type { UserEvent } from '@linking/events/user/user-events.js';
import type { Programme } from '@linking/projections/programmes/programmes.js';
import type { UserListView } from '../pages/accounts/user-list-page.js';
import type { UserPageView } from '../pages/accounts/user-page.js';
import type { TagView } from '../pages/components/tag.js';
import type { FormError, FormField, FormView } from '../pages/forms/form-view.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { codeText } from '../links/link-terms.js';
import { ageWords } from './age-words.js';

export const roleNames: Readonly<Record<Role, string>> = {
  coordinator: 'Coordinator',
  national: 'National office',
  auditor: 'Auditor',
  admin: 'Administrator',
};

export const stateTags: Readonly<Record<UserState, TagView>> = {
  active: { tone: 'green', text: 'Active' },
  invited: { tone: 'amber', text: 'Invited' },
  closed: { tone: 'grey', text: 'Closed' },
};

export interface UsersFilter {
  readonly q: string;
  readonly role: string;
  readonly programme: string;
  readonly state: string;
}

export interface UserListMaterial {
  readonly users: readonly UserDetails[];
  readonly programmes: readonly Programme[];
  readonly filter: UsersFilter;
  readonly next: string | null;
  readonly mayChange: boolean;
}

const ALL = { value: '', label: 'All' };

export function userListView({ users, programmes, filter, next, mayChange }: UserListMaterial): UserListView {
  const filtered = Object.values(filter).some((value) => value !== '');
  return {
    lead: 'Everybody who may sign in. Schools need no account: they have personal links.',
    filters: {
      action: '/users',
      search: { name: 'q', label: 'Name or e-mail address', value: filter.q },
      selects: [
        {
          name: 'role',
          label: 'Role',
          value: filter.role,
          options: [ALL, ...ROLES.map((value) => ({ value, label: roleNames[value] }))],
        },
        {
          name: 'programme',
          label: 'Programme',
          value: filter.programme,
          options: [ALL, ...programmes.map(({ slug, name }) => ({ value: slug, label: name }))],
        },
        {
          name: 'state',
          label: 'Account',
          value: filter.state,
          options: [ALL, ...USER_STATES.map((value) => ({ value, label: stateTags[value].text }))],
        },
      ],
      ...(filtered ? { clearHref: '/users' } : {}),
    },
    rows: users.map((user) => ({
      id: user.id,
      href: `/users/${user.id}`,
      name: user.name,
      email: user.email,
      roles: rolesText(user.roles),
      programmes: programmesText(user, programmes),
      state: stateTags[user.state],
      lastSignIn: user.lastSignIn === null ? 'never' : ageWords(user.lastSignIn),
    })),
    more: {
      shown: users.length,
      ...(next === null ? {} : { href: `/users?${new URLSearchParams({ ...filter, after: next })}` }),
    },
    empty: {
      title: 'Nobody matches',
      sentence: 'Take a filter away, or search for part of a name or of an e-mail address.',
      onward: { href: '/users', label: 'Show all users' },
    },
    ...(mayChange ? { add: { href: '/users/add', label: 'Add a user' } } : {}),
  };
}

function rolesText(roles: readonly Role[]): string {
  const [first = '', ...rest] = ROLES.filter((role) => roles.includes(role)).map((role) => roleNames[role]);
  return rest.length === 0 ? first : `${first} and ${rest.join(' and ').toLowerCase()}`;
}

const programmesText = ({ roles, programmes }: UserDetails, known: readonly Programme[]) =>
  roles.includes('coordinator') && roles.length === 1
    ? namesOf(programmes, known)
    : programmes.length === 0
      ? 'all'
      : `all; own: ${namesOf(programmes, known)}`;

const namesOf = (slugs: readonly string[], known: readonly Programme[]) =>
  slugs.map((slug) => known.find((one) => one.slug === slug)?.name ?? slug).join(', ');

export interface FormParts {
  readonly csrf: string;
  readonly idempotencyKey: string;
}

const roleFields = (programmes: readonly Programme[]): readonly FormField[] => [
  {
    kind: 'checkboxes',
    name: 'roles',
    label: 'Roles',
    options: [
      {
        value: 'coordinator',
        label: roleNames.coordinator,
        hint: 'Runs the links of one or more programmes.',
      },
      { value: 'national', label: roleNames.national, hint: 'Sees and changes every programme.' },
      {
        value: 'auditor',
        label: roleNames.auditor,
        hint: 'Reads everything, changes nothing, has no other role.',
      },
      { value: 'admin', label: roleNames.admin, hint: 'Users, imports and settings; changes no link.' },
    ],
  },
  {
    kind: 'checkboxes',
    name: 'programmes',
    label: 'Programmes',
    hint: 'Those that a coordinator runs; nobody else has any.',
    optional: true,
    options: programmes.map(({ slug, name }) => ({ value: slug, label: name })),
  },
];

const detailFields: readonly FormField[] = [
  { kind: 'text', name: 'name', label: 'Name', width: 30, autocomplete: 'off' },
  {
    kind: 'email',
    name: 'email',
    label: 'E-mail address',
    hint: 'For signing in.',
    autocomplete: 'off',
  },
];

export const addUserForm = (
  programmes: readonly Programme[],
  parts: FormParts,
  posted?: PostedForm,
): FormView => ({
  ...parts,
  action: '/users/add',
  fields: [...detailFields, ...roleFields(programmes)],
  submitLabel: 'Add the user',
  values: posted?.values() ?? {},
  errors: posted?.errors ?? [],
  also: [{ href: '/users', label: 'Back to the users', look: 'link' }],
});

export function readRoles(posted: PostedForm): Pick<UserInBody, 'roles' | 'programmes'> {
  const roles = posted.someOf('roles', ROLES);
  if (roles.length === 0) posted.wrong('roles', 'Tick at least one role');
  return { roles, programmes: posted.list('programmes') };
}

export function readDetails(posted: PostedForm): Pick<UserInBody, 'name' | 'email'> {
  return {
    name: posted.line('name', 'Enter the name'),
    email: posted.email('email', 'Enter an e-mail address, such as rosa@bradford.example'),
  };
}

/** The fields of the form by those that the rules name. */
export const formField = (field: string) =>
  ({ role: 'roles', programme: 'programmes' })[field] ?? (field === 'state' ? undefined : field);

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
      link: { href: `/users/${user.id}/mails/${mail.id}`, label: 'Set a new password' },
      tag: mailTag(mail),
    })),
  };
}

const mailTones: Readonly<Record<AccountMailStatus, TagView>> = {
  planned: { tone: 'blue', text: 'Waiting' },
  sending: { tone: 'blue', text: 'On its way' },
  sent: { tone: 'green', text: 'Sent' },
  skipped: { tone: 'grey', text: 'Not sent' },
  failed: { tone: 'red', text: 'Failed' },
};

export const mailTag = ({ status, reason }: AccountMail): TagView => {
  const { tone, text } = mailTones[status];
  return { tone, text: reason === undefined ? text : `${text}: ${codeText(reason)}` };
};

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

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const forProgrammes = (slugs: readonly string[], known: readonly Programme[]) =>
  slugs.length === 0 ? '' : ` of ${namesOf(slugs, known)}`;
