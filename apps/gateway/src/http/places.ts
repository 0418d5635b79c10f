import type { Scope } from '@linking/application/accounts/scope.js';
import type { User } from '@linking/application/accounts/user.js';
import type { LinkTo } from '../pages/layout/page-frame.js';

const TODAY: LinkTo = { href: '/today', label: 'Today' };

/** Whoever looks after links begins the day with what needs her; who only reads begins with the list. */
const hasToday = ({ roles }: User) => roles.includes('coordinator') || roles.includes('national');

export const startOf = (user: User): string => (hasToday(user) ? TODAY.href : '/links');

/**
 * The menu of a person: at most seven places. The venues stand beside the calendar and the training sessions; those
 * stand on Today for whoever has both Today and the accounts.
 */
export const placesOf = (user: User, { maySeeUsers }: Scope): readonly LinkTo[] => [
  ...(hasToday(user) ? [TODAY] : []),
  { href: '/links', label: 'Links' },
  { href: '/waiting', label: 'Waiting list' },
  ...(hasToday(user) && maySeeUsers ? [] : [{ href: '/training', label: 'Training' }]),
  { href: '/calendar', label: 'Calendar' },
  { href: '/schools', label: 'Schools' },
  { href: '/outbox', label: 'Mails' },
  ...(maySeeUsers ? [{ href: '/users', label: 'Users' }] : []),
];
