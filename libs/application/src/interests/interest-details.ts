import type { InterestConstraint } from '@linking/events/interest/codes.js';
import type pg from 'pg';
import {
  classStatus,
  interestStatus,
  type ClassStatus,
  type Interest,
} from '@linking/domain/interest/interest.js';
import { notesById } from '../notes/notes.js';
import { peopleById, type Person } from '../people/people.js';
import { schoolsByUrn } from '../schools/find-schools.js';

export interface InterestClassDetails {
  readonly classId: string;
  readonly status: ClassStatus;
  /** The first link of the class; a class in two links is in `linkRefs` with both. */
  readonly linkRef?: string;
  readonly linkRefs: readonly string[];
  readonly name: string;
  readonly yearGroups: readonly number[];
  readonly pupilCount: number;
  readonly placeholder: boolean;
  readonly teachers: readonly {
    readonly personId: string;
    readonly name: string;
    readonly email: string | null;
    readonly linkedBefore: boolean;
  }[];
}

/** An interest as people and programs read it. */
export interface InterestDetails {
  readonly id: string;
  readonly revision: number;
  /** `null` while the national office looks for one. */
  readonly programme: string | null;
  /** Why no programme has it. */
  readonly unplacedBecause?: string;
  readonly year: string;
  readonly status: ClassStatus;
  readonly urn: string;
  /** Name of the school. */
  readonly school: string;
  readonly head: { readonly personId: string; readonly name: string; readonly email: string | null };
  readonly channel: string;
  readonly expressedOn: string;
  readonly priorities: readonly string[];
  /** What the school needs, whoever the partner is. */
  readonly constraints: readonly InterestConstraint[];
  /** Whether the school has linked in an earlier year; absent when nobody asked. */
  readonly linkedBefore?: boolean;
  /** It came by the public form, from an address that was verified. */
  readonly emailVerified: boolean;
  readonly classes: readonly InterestClassDetails[];
}

/** Interests with today's names, in the same order, with one look-up a kind of name. */
export async function interestsDetails(
  pool: pg.Pool,
  interests: readonly Interest[],
): Promise<readonly InterestDetails[]> {
  const classes = interests.flatMap((interest) => interest.classes);
  const [schools, people, notes] = await Promise.all([
    schoolsByUrn(pool, [...new Set(interests.map(({ urn }) => urn))]),
    peopleById(pool, [
      ...interests.map(({ headId }) => headId),
      ...classes.flatMap(({ teachers }) => teachers.map(({ teacherId }) => teacherId)),
    ]),
    notesById(
      pool,
      classes.map(({ classNameId }) => classNameId),
    ),
  ]);
  return interests.map((interest) => {
    const { id, revision, programme, unplacedBecause, year, urn, headId, channel, expressedOn, priorities } =
      interest;
    const { linkedBefore, emailVerified = false, constraints = [] } = interest;
    const school = schools.get(urn)?.name ?? `School ${urn}`;
    return {
      id,
      revision,
      programme: programme === '' ? null : programme,
      ...(unplacedBecause === undefined ? {} : { unplacedBecause }),
      year,
      status: interestStatus(interest),
      urn,
      school,
      head: shownPerson(people, headId, `former headteacher of ${school}`),
      channel,
      expressedOn,
      priorities,
      constraints,
      ...(linkedBefore === undefined ? {} : { linkedBefore }),
      emailVerified,
      classes: interest.classes.map((offered) => {
        const [linkRef] = offered.linkRefs;
        return {
          classId: offered.classId,
          status: classStatus(interest, offered),
          ...(linkRef === undefined ? {} : { linkRef }),
          linkRefs: offered.linkRefs,
          name: notes.get(offered.classNameId ?? '') ?? `Year ${offered.yearGroups.join('/')} class`,
          yearGroups: offered.yearGroups,
          pupilCount: offered.pupilCount,
          placeholder: offered.placeholder,
          teachers: offered.teachers.map(({ teacherId, linkedBefore }) => ({
            ...shownPerson(people, teacherId, `former teacher of ${school}`),
            linkedBefore,
          })),
        };
      }),
    };
  });
}

export async function interestDetails(pool: pg.Pool, interest: Interest): Promise<InterestDetails> {
  const [details] = await interestsDetails(pool, [interest]);
  return details!;
}

function shownPerson(people: ReadonlyMap<string, Person>, personId: string, former: string) {
  const person = people.get(personId);
  return { personId, name: person?.name ?? former, email: person?.email ?? null };
}
