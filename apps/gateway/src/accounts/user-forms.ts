import { ROLES } from '@linking/application/accounts/roles.js';
import type { UserInBody } from '@linking/application/accounts/user-commands.js';
import type { Programme } from '@linking/projections/programmes/programmes.js';
import type { FormField, FormView } from '../pages/forms/form-view.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { roleNames } from './user-words.js';

export interface FormParts {
  readonly csrf: string;
  readonly idempotencyKey: string;
}

export const roleFields = (programmes: readonly Programme[]): readonly FormField[] => [
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

export const detailFields: readonly FormField[] = [
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
