import {
  languageOf,
  mealsOf,
  placeKind,
  type ComparedSchool,
  type Difference,
  type Dimension,
  type Percentages,
} from './difference.js';
import { milesToATenth } from './distance.js';
import { faithGroup } from './faith.js';
import { possessive, shortNames } from './school-names.js';

export interface NamedSchool extends ComparedSchool {
  readonly name: string;
}

/** Fewer points than these are no reason to bring two schools together. */
const WORTH_SAYING = 10;

/** Why two schools are worth bringing together: one sentence a dimension in which they differ. */
export function differenceReasons(a: NamedSchool, b: NamedSchool): readonly string[] {
  const names = shortNames(a.name, b.name);
  return [
    sharesSentence(languageOf(a, b), names, 'speak English as another language'),
    sharesSentence(mealsOf(a, b), names, 'have free school meals', 'have had free school meals'),
    faithSentence(a.religiousCharacter, b.religiousCharacter),
    placeSentence(a, b, names),
  ].filter((sentence) => sentence !== undefined);
}

/** `3.2 miles apart`; what a person needs to know before she gets on a coach. */
export const apartText = ({ distanceKm }: Pick<Difference, 'distanceKm'>) =>
  distanceKm === undefined ? 'Distance not known' : `${milesToATenth(distanceKm)} apart`;

const dimensionNames: Readonly<Record<Dimension, string>> = {
  social: 'free school meals',
  ethnic: 'first languages',
  faith: 'religious character',
  geographical: 'town or country',
};

/** `Not known: religious character and town or country.`; undefined when everything is known. */
export function unknownSentence({ parts }: Difference): string | undefined {
  const missing = (Object.keys(dimensionNames) as Dimension[])
    .filter((one) => parts[one] === undefined)
    .map((one) => dimensionNames[one]);
  const last = missing.pop();
  if (last === undefined) return undefined;
  return `Not compared, for a figure is missing: ${missing.length === 0 ? last : `${missing.join(', ')} and ${last}`}.`;
}

/** The higher share goes first, as a part of a whole when it is one. */
function sharesSentence(
  shares: Percentages | undefined,
  names: { readonly a: string; readonly b: string },
  what: string,
  everWhat = what,
): string | undefined {
  if (shares === undefined || Math.abs(shares.a - shares.b) < WORTH_SAYING) return undefined;
  const [more, less] = shares.a > shares.b ? (['a', 'b'] as const) : (['b', 'a'] as const);
  const verb = shares.figure === 'fsmEver' ? everWhat : what;
  return `${shareText(shares[more])} of ${possessive(names[more])} pupils ${verb}, ${percent(shares[less])} of ${possessive(names[less])}.`;
}

const PARTS: readonly (readonly [number, string])[] = [
  [25, 'A quarter'],
  [33.3, 'A third'],
  [50, 'Half'],
  [66.7, 'Two thirds'],
  [75, 'Three quarters'],
];

/** A point and a half beside a plain part is that part. */
function shareText(value: number): string {
  if (value >= 99.5) return 'All';
  return PARTS.find(([part]) => Math.abs(part - value) <= 1.5)?.[1] ?? percent(value);
}

const percent = (value: number) => (value < 0.5 ? 'none' : `${Math.round(value)} %`);

function faithSentence(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined || faithGroup(a) === faithGroup(b)) return undefined;
  const [first, second] = [characterText(a), characterText(b)];
  const inOrder = first === NO_CHARACTER ? [second, first] : [first, second];
  return `${inOrder.join(' and ')}.`;
}

const NO_CHARACTER = 'no religious character';
export const characterText = (character: string) => (character === 'None' ? NO_CHARACTER : character);

function placeSentence(
  a: NamedSchool,
  b: NamedSchool,
  names: { readonly a: string; readonly b: string },
): string | undefined {
  const [first, second] = [placeKind(a.urbanRural), placeKind(b.urbanRural)];
  if (first === undefined || second === undefined || first === second) return undefined;
  const [town, country] = first === 'town' ? [names.a, names.b] : [names.b, names.a];
  return `${town} is in a town, ${country} in the country.`;
}
