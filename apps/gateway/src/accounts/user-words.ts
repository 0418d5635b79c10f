import type { AccountMail, AccountMailStatus } from '@linking/application/accounts/account-mails.js';
import { monthInWords } from '@linking/application/audit/checkpoint-mails.js';
import { ROLES, type Role } from '@linking/application/accounts/roles.js';
import type { UserDetails, UserState } from '@linking/application/accounts/users.js';
import type { Programme } from '@linking/projections/programmes/programmes.js';
import type { TagView } from '../pages/components/tag.js';
import { codeText } from '@linking/words/link-terms.js';

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

export function rolesText(roles: readonly Role[]): string {
  const [first = '', ...rest] = ROLES.filter((role) => roles.includes(role)).map((role) => roleNames[role]);
  return rest.length === 0 ? first : `${first} and ${rest.join(' and ').toLowerCase()}`;
}

export const programmesText = ({ roles, programmes }: UserDetails, known: readonly Programme[]) =>
  roles.includes('coordinator') && roles.length === 1
    ? namesOf(programmes, known)
    : programmes.length === 0
      ? 'all'
      : `all; own: ${namesOf(programmes, known)}`;

export const namesOf = (slugs: readonly string[], known: readonly Programme[]) =>
  slugs.map((slug) => known.find((one) => one.slug === slug)?.name ?? slug).join(', ');

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

export const accountMailTitle = ({ kept }: AccountMail): string =>
  kept === undefined ? 'Set a new password' : `Checkpoint of ${monthInWords(kept.month)}`;

export const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
