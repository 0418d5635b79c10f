import type pg from 'pg';
import type { Link, LinkSide } from '@linking/domain/link/link.js';
import { bothSides } from '@linking/domain/link/link.js';
import { notesById } from '../notes/notes.js';
import { peopleById } from '../people/people.js';
import { schoolsByUrn } from '../schools/find-schools.js';
import { venueNames } from '../venues/venue-details.js';

export interface PersonWords {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Today's names of what links hold only ids of. */
export interface LinkWords {
  school(urn: string): string;
  className(side: LinkSide): string;
  /** Somebody who was erased stays in the history without her name. */
  person(id: string, role: string, urn: string): PersonWords;
  venue(id: string | undefined): string | undefined;
}

/** Looks up all the names of these links at once. */
export async function linkWords(pool: pg.Pool, links: readonly Omit<Link, 'entries'>[]): Promise<LinkWords> {
  const sides = links.flatMap((link) => bothSides.map((side) => link.sides[side]));
  const [schools, people, notes, venues] = await Promise.all([
    schoolsByUrn(pool, [...new Set(sides.map((side) => side.urn))]),
    peopleById(pool, links.flatMap(peopleOf)),
    notesById(
      pool,
      sides.map((side) => side.classNameId),
    ),
    venueNames(
      pool,
      links.flatMap((link) => link.meetings.flatMap(({ venueId }) => venueId ?? [])),
    ),
  ]);
  const school = (urn: string) => schools.get(urn)?.name ?? `School ${urn}`;
  return {
    school,
    className: (side) => notes.get(side.classNameId ?? '') ?? `Year ${side.yearGroups.join('/')} class`,
    person: (id, role, urn) =>
      people.get(id) ?? {
        name: `former ${role.replaceAll('-', ' ')} of ${school(urn)}`,
        email: null,
        phone: null,
      },
    venue: (id) => (id === undefined ? undefined : venues.get(id)),
  };
}

function peopleOf({ sides, training, agreement }: Omit<Link, 'entries'>): readonly string[] {
  const ofSides = bothSides.flatMap((side) => [
    sides[side].headId,
    ...sides[side].teachers.map(({ teacherId }) => teacherId),
    ...(agreement[side].signerId === undefined ? [] : [agreement[side].signerId]),
  ]);
  // A side that is not yet known in an early revision has no head.
  return [...ofSides, ...training.map(({ teacherId }) => teacherId)].filter((id) => id !== '');
}

/** Both schools of a link, or the one in which both classes are. */
export const schoolsInWords = ({ sides }: Pick<Link, 'sides'>, { school }: Pick<LinkWords, 'school'>) =>
  [...new Set(bothSides.map((side) => school(sides[side].urn)))].join(' and ');
