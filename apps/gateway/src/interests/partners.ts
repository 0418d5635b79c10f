import { proposalWarnings } from '@linking/domain/link/warnings.js';
import { reasonsAsked, type ReasonAsked } from '@linking/domain/link/propose.js';
import {
  differenceBetween,
  type ComparedSchool,
  type Difference,
} from '@linking/domain/schools/difference.js';
import { differenceProfile } from '@linking/domain/schools/difference-profile.js';
import {
  apartText,
  differenceReasons,
  unknownSentence,
  type NamedSchool,
} from '@linking/domain/schools/difference-words.js';
import { byFit, yearsMeet } from '@linking/domain/schools/partners.js';
import type { EarlierLink } from '@linking/projections/link-board/link-board-queries.js';
import { yearGroupsText } from '@linking/words/link-terms.js';
import { academicYear } from '@linking/words/format.js';
import type { OfferedClassWords } from './waiting-classes.js';

/** What surrounds a class that is to be paired. */
export interface Around {
  readonly limitKm?: number;
  /** Earlier links of its school, by the URN of the other school. */
  readonly before: ReadonlyMap<string, EarlierLink>;
  /** What is said of schools that have closed, by URN. */
  readonly closed: ReadonlyMap<string, string>;
}

/** A free class beside the one that looks for a partner. */
export interface Partner {
  readonly other: OfferedClassWords;
  readonly name: string;
  readonly sameSchool: boolean;
  readonly sameYear: boolean;
  readonly difference: Difference;
  /** Why they are worth bringing together. */
  readonly reasons: readonly string[];
  /** What could not be compared. */
  readonly unknown?: string;
  readonly warnings: readonly string[];
  /** Rules that will ask for a reason. */
  readonly asked: readonly ReasonAsked[];
}

/** The classes that may become the partner of one, the best fit first. */
export const partnersOf = (
  a: OfferedClassWords,
  others: readonly OfferedClassWords[],
  around: Around,
): readonly Partner[] => others.map((other) => partnerOf(a, other, around)).toSorted(byFit);

export function partnerOf(a: OfferedClassWords, other: OfferedClassWords, around: Around): Partner {
  const [schoolA, schoolB] = [compared(a), compared(other)];
  const difference = differenceBetween(schoolA, schoolB);
  const sameSchool = a.item.urn === other.item.urn;
  const before = sameSchool ? undefined : around.before.get(other.item.urn);
  const unknown = sameSchool ? undefined : unknownSentence(difference);
  const trust = a.school?.trustCode;
  const warnings = proposalWarnings({
    a: a.item,
    b: other.item,
    surroundings: { sameTrust: trust !== undefined && trust === other.school?.trustCode && !sameSchool },
    differenceProfile: sameSchool ? { a: {}, b: {} } : differenceProfile(schoolA, schoolB),
  });
  const closed = around.closed.get(other.item.urn);
  return {
    other,
    name: other.schoolName,
    sameSchool,
    sameYear: yearsMeet(a.item.yearGroups, other.item.yearGroups),
    difference,
    reasons: sameSchool
      ? ['Both classes are at one school: this would be an in-school link.', yearsSentence(a, other)]
      : [...differenceReasons(schoolA, schoolB), `${apartText(difference)}.`, yearsSentence(a, other)],
    ...(unknown === undefined ? {} : { unknown }),
    warnings: [
      ...(before === undefined ? [] : [`Linked together in ${academicYear(before.year)} (${before.ref}).`]),
      ...(closed === undefined ? [] : [closed]),
      ...warnings.map(({ sentence }) => sentence),
    ],
    asked: reasonsAsked({
      a: surroundings(a),
      b: surroundings(other),
      sameTrust: false,
      ...(difference.distanceKm === undefined ? {} : { distanceKm: difference.distanceKm }),
      ...(around.limitKm === undefined ? {} : { distanceLimitKm: around.limitKm }),
      ...(before === undefined ? {} : { linkedBeforeRef: before.ref }),
    }),
  };
}

function compared({ school, schoolName }: OfferedClassWords): NamedSchool {
  const known: ComparedSchool = school ?? { figures: {} };
  return { ...known, name: schoolName };
}

function yearsSentence({ item: a }: OfferedClassWords, { item: b }: OfferedClassWords): string {
  const [years, others] = [yearGroupsText(a.yearGroups), yearGroupsText(b.yearGroups)];
  return years === others ? `Both ${years}.` : `${years} and ${others}.`;
}

const surroundings = ({ item, schoolName, words }: OfferedClassWords) => ({
  schoolName,
  className: words,
  year: item.year,
  interestWithdrawn: item.status === 'withdrawn',
  offered: true,
  otherLinkRefs: item.linkRefs,
});
