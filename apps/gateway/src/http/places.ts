import type { Scope } from '@linking/application/accounts/scope.js';
import type { User } from '@linking/application/accounts/user.js';
import type { LinkTo } from '../pages/layout/page-frame.js';

/** A place of the menu, with the other addresses that belong to it. */
interface Place extends LinkTo {
  readonly also?: readonly string[];
}

const TODAY: LinkTo = { href: '/today', label: 'Today' };

export const AUDIT = '/audit';
export const mayAudit = ({ roles }: User) => roles.includes('auditor') || roles.includes('national');

export const OPERATIONS = '/operations';
export const mayOperate = ({ roles }: User) => roles.includes('national') || roles.includes('admin');

/** An auditor who does nothing else: her page of the audit leads to the accounts. */
const watches = (user: User) => user.roles.includes('auditor') && !hasToday(user);

/** Whoever looks after links begins the day with what needs her; who only reads begins with the list. */
const hasToday = ({ roles }: User) => roles.includes('coordinator') || roles.includes('national');

export const startOf = (user: User): string => (hasToday(user) ? TODAY.href : '/links');

/**
 * The menu of a person: at most seven places. The venues stand beside the calendar and the training sessions; those
 * stand on Today for whoever has both Today and the accounts, the audit at the foot of each page for the national office,
 * the operations there for it and for administrators.
 * What was mailed stands beside what will be.
 */
export const placesOf = (user: User, { maySeeUsers, mayChangeUsers }: Scope): readonly Place[] => [
  ...(hasToday(user) ? [TODAY] : []),
  { href: '/links', label: 'Links' },
  { href: '/waiting', label: 'Waiting list' },
  ...(hasToday(user) && maySeeUsers ? [] : [{ href: '/training', label: 'Training' }]),
  { href: '/calendar', label: 'Calendar' },
  { href: '/schools', label: 'Schools' },
  { href: '/reminders', label: 'Reminders', also: ['/outbox'] },
  ...(watches(user) && !mayChangeUsers
    ? [{ href: AUDIT, label: 'Audit' }]
    : maySeeUsers
      ? [{ href: '/users', label: 'Users' }]
      : []),
];
