import type { Scope } from '@linking/application/accounts/scope.js';
import type { User } from '@linking/application/accounts/user.js';
import type { LinkTo } from '../pages/layout/page-frame.js';

const TODAY: LinkTo = { href: '/today', label: 'Today' };
const USERS: LinkTo = { href: '/users', label: 'Users' };

/** The places of everybody who signs in; with those of some they are never more than eight. */
const PLACES: readonly LinkTo[] = [
  { href: '/links', label: 'Links' },
  { href: '/waiting', label: 'Waiting list' },
  { href: '/training', label: 'Training' },
  { href: '/venues', label: 'Venues' },
  { href: '/schools', label: 'Schools' },
  { href: '/outbox', label: 'Mails' },
];

/** Whoever looks after links begins the day with what needs her; who only reads begins with the list. */
const hasToday = ({ roles }: User) => roles.includes('coordinator') || roles.includes('national');

export const startOf = (user: User): string => (hasToday(user) ? TODAY.href : '/links');

/** The menu of a person. */
export const placesOf = (user: User, scope: Scope): readonly LinkTo[] => [
  ...(hasToday(user) ? [TODAY] : []),
  ...PLACES,
  ...(scope.maySeeUsers ? [USERS] : []),
];
