import { fitOf, type Difference } from './difference.js';

/** A class that may become the partner of another one. */
export interface PossiblePartner {
  readonly name: string;
  readonly sameYear: boolean;
  readonly difference: Difference;
}

export const yearsMeet = (a: readonly number[], b: readonly number[]) => a.some((group) => b.includes(group));

const fit = ({ difference }: PossiblePartner) => fitOf(difference) ?? -1;

/**
 * The order in which partners are offered: the same or an overlapping year group first; then difference less travel,
 * with those of whom nothing is known last; of equals the one of whom more is known, then by name.
 */
export function byFit(x: PossiblePartner, y: PossiblePartner): number {
  return (
    Number(y.sameYear) - Number(x.sameYear) ||
    fit(y) - fit(x) ||
    y.difference.confidence - x.difference.confidence ||
    x.name.localeCompare(y.name)
  );
}

export type Likeness = 'great' | 'clear' | 'some' | 'little' | 'unknown';

/** The score in a word: people compare words, and no decimals stand on a page. */
export function likenessOf({ score }: Pick<Difference, 'score'>): Likeness {
  if (score === undefined) return 'unknown';
  if (score >= 0.6) return 'great';
  if (score >= 0.35) return 'clear';
  return score >= 0.15 ? 'some' : 'little';
}
