import type pg from 'pg';
import { notesById } from '../notes/notes.js';
import { peopleById } from '../people/people.js';
import { schoolsByUrn } from '../schools/find-schools.js';
import { venueNames } from '../venues/venue-details.js';
import { bothSides, unknownLink, type Link } from '@linking/domain/link/link.js';
import { sidesOfLinks } from '@linking/projections/link-board/link-board-queries.js';
import type { PhoneBook } from '../links/call-text.js';
import { yearGroupsText, type SideWords } from '@linking/words/link-terms.js';
import { linksOf, type AttentionItem } from './attention.js';

/** Today's names of what the shown items hold ids of. */
export interface AttentionNames extends SideWords, PhoneBook {
  /** As far as its sides name it. */
  link(ref: string): Link;
  venue(id: string): string;
}

/**
 * Looks up at once all the names that the items need.
 * @param refs further links that are named
 */
export async function attentionNames(
  pool: pg.Pool,
  items: readonly AttentionItem[],
  refs: readonly string[] = [],
): Promise<AttentionNames> {
  const found = await sidesOfLinks(pool, [...items.flatMap(linksOf), ...refs]);
  const links = new Map(found.map((it) => [it.ref, { ...unknownLink, ...it }]));
  const sides = found.flatMap((link) => bothSides.map((side) => link.sides[side]));
  const [schools, people, notes, venues] = await Promise.all([
    schoolsByUrn(pool, [...sides.map(({ urn }) => urn), ...items.flatMap(urnsOf)]),
    peopleById(pool, items.flatMap(peopleOf)),
    notesById(
      pool,
      sides.map(({ classNameId }) => classNameId),
    ),
    venueNames(pool, items.flatMap(venuesOf)),
  ]);
  const school = (urn: string) => schools.get(urn)?.name ?? `School ${urn}`;
  return {
    school,
    schoolRecord: (urn) => schools.get(urn),
    className: (side) => notes.get(side.classNameId ?? '') ?? `a ${yearGroupsText(side.yearGroups)} class`,
    person: (id, role, urn) =>
      people.get(id) ?? { name: `former ${role} of ${school(urn)}`, email: null, phone: null },
    link: (ref) => links.get(ref) ?? { ...unknownLink, ref },
    venue: (id) => venues.get(id) ?? 'a venue',
  };
}

/** Schools of a waiting list that are named; the others are counted. */
export const NAMED_SCHOOLS = 3;

function urnsOf(item: AttentionItem): readonly string[] {
  if (item.kind === 'bounced') return item.urn === undefined ? [] : [item.urn];
  return item.kind === 'waiting' || item.kind === 'unplaced'
    ? [...new Set(item.urns)].slice(0, NAMED_SCHOOLS)
    : [];
}

function venuesOf(item: AttentionItem): readonly string[] {
  if (item.kind === 'venue-full') return [item.venueId];
  if ((item.kind !== 'mail' && item.kind !== 'bounced') || !('venueId' in item.mail.content)) return [];
  return item.mail.content.venueId === undefined ? [] : [item.mail.content.venueId];
}

function peopleOf(item: AttentionItem): readonly string[] {
  if (item.kind === 'mail' || item.kind === 'bounced') return [item.mail.personId];
  if (item.kind !== 'task') return [];
  const { task } = item;
  if (task.kind === 'step') return task.awaited.map(({ personId }) => personId).filter((id) => id !== '');
  switch (task.kind) {
    case 'training-missed':
      return [task.teacherId];
    case 'agreement-declined':
    case 'agreement-revoked':
      return [task.headId];
    case 'contact-lost':
    case 'new-teacher-training':
      return [task.personId];
    case 'meeting-not-ready':
    case 'meeting-not-recorded':
    case 'another-date-asked':
      return [];
  }
}
