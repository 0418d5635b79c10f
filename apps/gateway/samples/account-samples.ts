import type { AccountView } from '../src/pages/accounts/account-page.js';
import type { UserListView } from '../src/pages/accounts/user-list-page.js';
import type { UserPageView } from '../src/pages/accounts/user-page.js';
import type { FormView } from '../src/pages/forms/form-view.js';
import type { ClockView } from '../src/pages/demonstration/clock-page.js';
import { addUserForm } from '../src/accounts/user-forms.js';
import { userListView } from '../src/accounts/users-view-model.js';
import { userView } from '../src/accounts/user-view-model.js';
import { accountView } from '../src/accounts/account-view-model.js';
import type { UserDetails } from '@linking/application/accounts/users.js';
import { joined } from '@linking/domain/programme/spec-support/example-programme.js';
import type { Programme } from '@linking/projections/programmes/programmes.js';
import { PostedForm } from '../src/pages/forms/posted-form.js';

const parts = () => ({ csrf: 'sample-csrf', idempotencyKey: 'sample-key' });

const programmes: readonly Programme[] = (
  [
    ['bradford', 'BRD', 'Bradford'],
    ['tower-hamlets', 'TWH', 'Tower Hamlets'],
  ] as const
).map(([slug, code, name]) => joined({ slug, code, name }));

const amina: UserDetails = {
  id: '5b1e7a52-7f2b-4c7a-9a59-53f0c2b4a001',
  revision: 3,
  name: 'Amina Khan',
  email: 'coordinator@bradford.example',
  roles: ['coordinator'],
  programmes: ['bradford'],
  state: 'active',
  addedAt: '2026-04-20T08:00:00.000Z',
  lastSignIn: new Date().toISOString(),
};
const tom: UserDetails = {
  ...amina,
  id: '5b1e7a52-7f2b-4c7a-9a59-53f0c2b4a002',
  name: 'Thomas Featherstonehaugh-Okonkwo',
  email: 'thomas.featherstonehaugh-okonkwo@schools-linking.example',
  roles: ['national', 'admin'],
  programmes: [],
  state: 'invited',
  lastSignIn: null,
};

const filter = { q: '', role: '', programme: 'bradford', state: '' };
export const userList: UserListView = userListView({
  users: [amina, tom, { ...tom, id: 'c', name: 'Alun Price', roles: ['auditor'], state: 'closed' }],
  programmes,
  filter,
  next: 'more',
  mayChange: true,
});
export const userListEmpty: UserListView = userListView({
  users: [],
  programmes,
  filter,
  next: null,
  mayChange: false,
});

const changes = [
  {
    event: {
      type: 'UserRolesChanged',
      data: { userId: amina.id, roles: ['coordinator'], programmes: ['bradford'] },
    },
    actor: 'user:ada',
    at: '2026-11-02T09:30:00.000Z',
  },
  {
    event: { type: 'UserAdded', data: { userId: amina.id, roles: ['national'], programmes: [] } },
    actor: 'user:ada',
    at: '2026-04-20T08:00:00.000Z',
  },
] as const;

const mails = [
  {
    id: '5b1e7a52-7f2b-4c7a-9a59-53f0c2b4a003',
    userId: amina.id,
    status: 'failed',
    askedAt: '2026-11-20T10:00:00.000Z',
    reason: 'refused-550',
    messageId: '<1@linking.example>',
    attempt: 1,
  },
] as const;
const actors = new Map([['user:ada', 'Ada Mensah']]);

export const user: UserPageView = userView({
  user: amina,
  programmes,
  changes,
  actors,
  mails,
  administration: { parts, own: false },
});

const wrongRoles = new PostedForm({ roles: [], programmes: ['bradford'] });
wrongRoles.wrong('roles', 'Tick at least one role');
export const userErrors: UserPageView = userView({
  user: { ...amina, state: 'closed' },
  programmes,
  changes: [],
  actors,
  mails: [],
  administration: { parts, own: false, posted: { form: 'roles', typed: wrongRoles } },
});

export const addUser: FormView = addUserForm(programmes, parts());

export const passwordAddress = {
  name: 'Amina Khan',
  email: 'coordinator@bradford.example',
  address: 'https://linking.example/set-password/yN0tAnAddress0fAnyb0dyAtAllJustASample00',
  onward: { href: `/users/${amina.id}`, label: 'Go to the account of Amina Khan' },
};

const session = {
  startedAt: new Date(Date.now() - 7_200_000).toISOString(),
  lastSeen: new Date().toISOString(),
  expiresAt: new Date(Date.now() + 7_200_000).toISOString(),
};
export const account: AccountView = accountView({
  user: amina,
  programmes: ['Bradford'],
  sessions: [
    { ...session, id: 's1', kind: 'page', own: true },
    { ...session, id: 's2', kind: 'page', own: false },
    { ...session, id: 's3', kind: 'api', own: false },
  ],
  parts,
  errors: [],
  feed: 'https://linking.example/calendar/yN0tAnAddress0fAnyb0dyAtAllJustASample00.ics',
});
export const accountErrors: AccountView = accountView({
  user: amina,
  programmes: ['Bradford'],
  sessions: [{ ...session, id: 's1', kind: 'page', own: true }],
  parts,
  errors: [{ field: 'current', message: 'This is not your current password.' }],
});

export const forgottenForm: FormView = {
  ...parts(),
  action: '/forgotten-password',
  fields: [{ kind: 'email', name: 'email', label: 'E-mail address', autocomplete: 'username' }],
  submitLabel: 'Send me an address',
  values: {},
  errors: [],
  also: [{ href: '/sign-in', label: 'Back to the sign-in', look: 'link' }],
};

export const clock: ClockView = {
  now: '2026-11-23T09:00:00.000Z',
  forward: { action: '/demonstration/clock', csrf: 'sample-csrf' },
  sentTitle: 'Sent since Sunday 22 November 2026, 09:00',
  sentWords: '2 mails went out; 3 on the way.',
  reload: { href: '/demonstration/clock?since=2026-11-22T09:00:00.000Z', label: 'Look again' },
  sent: [
    {
      id: 'm1',
      at: '2026-11-23T08:00:00.000Z',
      href: '/outbox/m1',
      title: 'Ready for the day?',
      merged: '2 matters in one mail',
      to: 'Tom Reeve',
    },
    {
      id: 'm2',
      at: '2026-11-23T08:00:00.000Z',
      href: '/outbox/m2',
      title: 'Agreement still to be signed',
      to: 'Mrs J. Ashdown',
    },
  ],
  ahead: [
    { day: '2026-11-24', mails: '5 mails', titles: ['Ready for the day?', 'How did it go?'] },
    { day: '2026-11-26', mails: '1 mail', titles: ['First meeting'] },
  ],
};
export const clockEmpty: ClockView = {
  now: clock.now,
  sentTitle: 'Sent since Monday 23 November 2026, 00:00',
  sentWords: 'Nothing went out, and nothing waits.',
  reload: { href: '/demonstration/clock', label: 'Reload' },
  sent: [],
  ahead: [],
};
