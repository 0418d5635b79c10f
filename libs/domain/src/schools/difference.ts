import { distanceKm, type GridPoint } from './distance.js';
import { faithGroup, type FaithGroup } from './faith.js';
import type { Figure, FigureName } from './school-record.js';

/** What the register says of a school that two schools are compared by. */
export interface ComparedSchool extends GridPoint {
  readonly figures: { readonly [Name in FigureName]?: Pick<Figure, 'value' | 'source' | 'asOf'> };
  readonly religiousCharacter?: string;
  readonly urbanRural?: string;
}

export type Dimension = 'social' | 'ethnic' | 'faith' | 'geographical';

/** What each dimension counts for. A programme's own weights come with matching. */
const WEIGHTS: Readonly<Record<Dimension, number>> = { social: 1, ethnic: 1, faith: 0.5, geographical: 0.5 };
export const dimensions = Object.keys(WEIGHTS) as readonly Dimension[];

/** So many points between two percentages are as different as schools need to be. */
const FULL_GAP = 50;
/** Ten kilometres of travel weigh as much as this piece of difference, and no journey weighs more than the second. */
const [TRAVEL, MOST_TRAVEL] = [0.1, 0.4];

export interface Difference {
  /** How different the schools are in each dimension, 0 to 1; absent when one of them has no figure. */
  readonly parts: { readonly [D in Dimension]?: number };
  /** Weighted mean of the dimensions that are known, 0 to 1; absent when none is. */
  readonly score?: number;
  /** Share of the weights that is known: a missing figure lowers this, never the score. */
  readonly confidence: number;
  readonly distanceKm?: number;
}

/** How far apart two schools are: in their pupils' lives, in faith, in the place they live in, and in kilometres. */
export function differenceBetween(a: ComparedSchool, b: ComparedSchool): Difference {
  const parts: { [D in Dimension]?: number } = {
    ...known('social', gapOf(mealsOf(a, b))),
    ...known('ethnic', gapOf(languageOf(a, b))),
    ...known('faith', faithApart(a.religiousCharacter, b.religiousCharacter)),
    ...known('geographical', placeApart(a.urbanRural, b.urbanRural)),
  };
  const weight = (some: readonly Dimension[]) => some.reduce((sum, one) => sum + WEIGHTS[one], 0);
  const counted = dimensions.filter((one) => parts[one] !== undefined);
  const sum = counted.reduce((total, one) => total + WEIGHTS[one] * (parts[one] ?? 0), 0);
  const km = distanceKm(a, b);
  return {
    parts,
    ...(counted.length === 0 ? {} : { score: sum / weight(counted) }),
    confidence: weight(counted) / weight(dimensions),
    ...(km === undefined ? {} : { distanceKm: km }),
  };
}

/** Difference less travel: what partners are sorted by. An unknown distance costs nothing, for nobody knows it. */
export function fitOf({ score, distanceKm: km = 0 }: Difference): number | undefined {
  return score === undefined ? undefined : score - Math.min(MOST_TRAVEL, (km / 10) * TRAVEL);
}

/** Two percentages of the same kind, one a school. */
export interface Percentages<Name extends FigureName = FigureName> {
  readonly a: number;
  readonly b: number;
  readonly figure: Name;
}

/** Free school meals at any time in six years when both schools have it, else today's. Never one against the other. */
export const mealsOf = (a: ComparedSchool, b: ComparedSchool): Percentages<'fsm' | 'fsmEver'> | undefined =>
  both('fsmEver', a, b) ?? both('fsm', a, b);

export const languageOf = (a: ComparedSchool, b: ComparedSchool): Percentages | undefined =>
  both('eal', a, b);

function both<Name extends FigureName>(
  figure: Name,
  a: ComparedSchool,
  b: ComparedSchool,
): Percentages<Name> | undefined {
  const [ofA, ofB] = [a.figures[figure]?.value, b.figures[figure]?.value];
  return ofA === undefined || ofB === undefined ? undefined : { a: ofA, b: ofB, figure };
}

const gapOf = (shares: Percentages | undefined) =>
  shares && Math.min(1, Math.abs(shares.a - shares.b) / FULL_GAP);

const known = (dimension: Dimension, apart: number | undefined) =>
  apart === undefined ? {} : { [dimension]: apart };

const christian: readonly FaithGroup[] = ['church-of-england', 'roman-catholic', 'other-christian'];

/** Two churches are half as far apart as two faiths, or as a faith and none. */
function faithApart(a: string | undefined, b: string | undefined): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  const [first, second] = [faithGroup(a), faithGroup(b)];
  if (first === second) return 0;
  return christian.includes(first) && christian.includes(second) ? 0.5 : 1;
}

function placeApart(a: string | undefined, b: string | undefined): number | undefined {
  const [first, second] = [placeKind(a), placeKind(b)];
  return first === undefined || second === undefined ? undefined : Number(first !== second);
}

/** The register has twenty kinds of place; a class on a journey sees two. */
export function placeKind(urbanRural: string | undefined): 'town' | 'country' | undefined {
  if (urbanRural === undefined) return undefined;
  if (/rural/i.test(urbanRural)) return 'country';
  return /urban/i.test(urbanRural) ? 'town' : undefined;
}
