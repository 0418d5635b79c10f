import type { MailLookup } from '@linking/application/mails/mail-lookup.js';

/** Looks each person and place up once: while the past is written, nobody's address changes. */
export function rememberingPeople(lookup: MailLookup): MailLookup {
  const once = <Found>(find: (id: string) => Promise<Found>) => {
    const known = new Map<string, Promise<Found>>();
    return (id: string): Promise<Found> => {
      const found = known.get(id) ?? find(id);
      known.set(id, found);
      return found;
    };
  };
  return {
    ...lookup,
    person: once((id) => lookup.person(id)),
    user: once((id) => lookup.user(id)),
    programme: once((id) => lookup.programme(id)),
    venue: once((id) => lookup.venue(id)),
  };
}
