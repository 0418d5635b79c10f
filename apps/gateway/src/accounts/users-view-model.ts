import { ROLES } from '@linking/application/accounts/roles.js';
import { USER_STATES, type UserDetails } from '@linking/application/accounts/users.js';
import type { Programme } from '@linking/projections/programmes/programmes.js';
import type { UserListView } from '../pages/accounts/user-list-page.js';
import { ageWords } from './age-words.js';
import { roleNames, stateTags, rolesText, programmesText } from './user-words.js';

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
