import type pg from 'pg';
import { consentsById, type Consent } from '../consents/consents.js';
import type { LinkWords } from './link-words.js';
import { notesById } from '../notes/notes.js';
import { actorNames } from '../people/actor-names.js';
import { peopleById } from '../people/people.js';
import type { School } from '../schools/find-schools.js';
import { schoolsByUrn } from '../schools/find-schools.js';
import { venueNames } from '../venues/venue-details.js';
import type { RecordedLinkEvent } from '@linking/domain/link/link.js';
import { yearGroupsText } from '@linking/words/link-terms.js';

/** Today's names of everything that the history of one link holds ids of; erased ones are absent. */
export interface LinkNames extends LinkWords {
  schoolRecord(urn: string): School | undefined;
  personName(id: string): string | undefined;
  note(id: string | undefined): string | undefined;
  consent(id: string): Consent | undefined;
  actor(actor: string): string;
}

/**
 * Looks up all the names of a link at once.
 * @param others ids of people and actors that are named beside its own events
 */
export async function linkNames(
  pool: pg.Pool,
  facts: readonly RecordedLinkEvent[],
  others: { readonly people?: readonly string[]; readonly actors?: readonly string[] } = {},
): Promise<LinkNames> {
  const found = valuesByField(facts.map((fact) => fact.data));
  const all = (...fields: readonly string[]) => [
    ...new Set(fields.flatMap((field) => found.get(field) ?? [])),
  ];
  const actorIds = [...new Set([...facts.map(({ actor }) => actor), ...(others.actors ?? [])])];
  const [schools, people, notes, venues, actors, consents] = await Promise.all([
    schoolsByUrn(pool, [...all('urn'), ...all('from', 'to').filter(isUrn)]),
    peopleById(pool, [
      ...all('headId', 'teacherId', 'signerId', 'from', 'to').filter(isUuid),
      ...(others.people ?? []),
    ]),
    notesById(pool, all('noteId', 'classNameId', 'heldAtId')),
    venueNames(pool, all('venueId')),
    actorNames(pool, actorIds),
    consentsById(pool, all('consentId')),
  ]);
  const school = (urn: string) => schools.get(urn)?.name ?? `School ${urn}`;
  return {
    school,
    schoolRecord: (urn) => schools.get(urn),
    className: (side) => notes.get(side.classNameId ?? '') ?? `a ${yearGroupsText(side.yearGroups)} class`,
    person: (id, role, urn) =>
      people.get(id) ?? {
        name: `former ${role.replaceAll('-', ' ')} of ${school(urn)}`,
        email: null,
        phone: null,
      },
    personName: (id) => people.get(id)?.name,
    venue: (id) => (id === undefined ? undefined : venues.get(id)),
    note: (id) => (id === undefined ? undefined : notes.get(id)),
    consent: (id) => consents.get(id),
    actor: (actor) => actors.get(actor) ?? 'somebody who is no longer known by name',
  };
}

const isUrn = (text: string) => /^(?:\d{6}|N\d{5})$/.test(text);
const isUuid = (text: string) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text);

/** Every text in the data of events, by the name of its field. */
function valuesByField(data: readonly unknown[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [field, inner] of Object.entries(value)) {
      if (typeof inner === 'string') found.set(field, [...(found.get(field) ?? []), inner]);
      else look(inner);
    }
  };
  data.forEach(look);
  return found;
}
