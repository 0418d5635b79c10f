import { yearGroupsText } from '@linking/words/link-terms.js';
import type { LinkNames } from './link-names.js';

/**
 * The same without anything that may be erased one day: people by their role and the beginning of their id, classes by their
 * year groups, no words that somebody wrote. Schools and venues keep their names.
 */
export function withoutNames(names: LinkNames): LinkNames {
  return {
    ...names,
    className: (side) => `a ${yearGroupsText(side.yearGroups)} class`,
    person: (id, role) => ({ name: shown(role.replaceAll('-', ' '), id), email: null, phone: null }),
    personName: (id) => shown('person', id),
    note: () => undefined,
    consent: (id) => {
      const consent = names.consent(id);
      return consent && { ...consent, name: 'The person who said it' };
    },
    actor: (actor) => {
      const [kind = '', id = ''] = actor.split(':');
      return kind === 'worker' ? names.actor(actor) : shown(kind, id);
    },
  };
}

const shown = (kind: string, id: string) => `${kind} ${id.slice(0, 8)}`.trim();
