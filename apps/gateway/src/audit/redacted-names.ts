import type { Role } from '@linking/application/accounts/roles.js';
import { bothSides, type Link, type LinkSide, type RecordedLinkEvent } from '@linking/domain/link/link.js';
import { rolesText } from '../accounts/user-words.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import { yearGroupsText } from '@linking/words/link-terms.js';

const NAME_REMOVED = '[name removed]';
const WORDS_REMOVED = '[words removed]';

export interface RedactedOf {
  /** As it stands today. */
  readonly link: Link;
  readonly facts: readonly RecordedLinkEvent[];
  readonly roles: ReadonlyMap<string, readonly Role[]>;
}

/**
 * The names of a link without anything that a person is known by or that a person typed: adults by their role at their
 * school, notes, class names and places as removed. Names of schools stay.
 */
export function redactedNames(names: LinkNames, { link, facts, roles }: RedactedOf): LinkNames {
  const people = new Labels(
    peopleOf(link, facts).map(([id, role, urn]) => [id, `${role} of ${names.school(urn)}`]),
  );
  const actors = new Labels(
    [...new Set(facts.map(({ actor }) => actor))]
      .filter((actor) => roles.has(actor))
      .map((actor) => [actor, rolesText(roles.get(actor) ?? []).toLowerCase()]),
  );
  const person = (id: string) => people.of(id);
  return {
    school: (urn) => names.school(urn),
    schoolRecord: () => undefined,
    className: ({ yearGroups }: Pick<LinkSide, 'yearGroups'>) => `a ${yearGroupsText(yearGroups)} class`,
    person: (id, role, urn) => ({
      name: person(id) ?? `${role.replaceAll('-', ' ')} of ${names.school(urn)}`,
      email: null,
      phone: null,
    }),
    personName: (id) => person(id) ?? NAME_REMOVED,
    venue: (id) => (id === undefined ? undefined : 'a venue of the programme'),
    note: (id) => (id === undefined || names.note(id) === undefined ? undefined : WORDS_REMOVED),
    consent: (id) => {
      const consent = names.consent(id);
      return consent === undefined ? undefined : { ...consent, name: NAME_REMOVED };
    },
    actor: (actor) => {
      if (actor.startsWith('person:')) return person(actor.slice('person:'.length)) ?? NAME_REMOVED;
      if (actor.startsWith('user:')) return actors.of(actor) ?? 'user without a role today';
      return names.actor(actor);
    },
  };
}

/** Several with the same words are told apart by numbers, in the order in which they came. */
class Labels {
  readonly #labels: ReadonlyMap<string, string>;

  constructor(given: readonly (readonly [id: string, words: string])[]) {
    const byId = new Map(given.toReversed());
    const ids = [...new Set(given.map(([id]) => id))];
    this.#labels = new Map(
      ids.map((id) => {
        const words = byId.get(id) ?? '';
        const same = ids.filter((other) => byId.get(other) === words);
        const number = same.length === 1 ? '' : ` (${same.indexOf(id) + 1})`;
        return [id, `${words}${number}`];
      }),
    );
  }

  of = (id: string) => this.#labels.get(id);
}

type Known = readonly [id: string, role: string, urn: string];
const teacherAt = (id: string, urn: string): Known => [id, 'teacher', urn];

/** Everybody who has a part in the link, by the first role in which she came. */
function peopleOf(link: Link, facts: readonly RecordedLinkEvent[]): readonly Known[] {
  const urnOf = (side: 'a' | 'b') => link.sides[side].urn;
  const told = facts.flatMap((fact): readonly Known[] => {
    if (fact.type === 'InterestRecorded') {
      const { headId, urn, teachers } = fact.data;
      return [[headId, 'headteacher', urn], ...teachers.map(({ teacherId }) => teacherAt(teacherId, urn))];
    }
    if (fact.type === 'HeadteacherChanged') {
      const { from, headId, side } = fact.data;
      return [from, headId].map((id) => [id, 'headteacher', urnOf(side)]);
    }
    if (fact.type === 'AgreementSigned') {
      const { signerId, signerRole, side } = fact.data;
      return [[signerId, signerRole.replaceAll('-', ' '), urnOf(side)]];
    }
    if (fact.type === 'TeacherReplaced') {
      const { from, to, side } = fact.data;
      return [from, to].map((id) => teacherAt(id, urnOf(side)));
    }
    return [];
  });
  const standing = bothSides.flatMap((side): readonly Known[] => {
    const { teachers, formerTeachers, urn } = link.sides[side];
    return [...teachers, ...formerTeachers].map(({ teacherId }) => teacherAt(teacherId, urn));
  });
  return [...told, ...standing];
}
