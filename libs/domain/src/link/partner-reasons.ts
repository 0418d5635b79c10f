import type { SchoolFigures, Side } from '@linking/events/link/link-events.js';
import { faithGroup } from '../schools/faith.js';
import { placeKind } from '../schools/difference.js';
import { yearsMeet } from '../schools/partners.js';
import type { Link, LinkSide } from './link.js';

/** Why two classes are worth bringing together, as a code: what is said of it to a headteacher names no figure. */
export const partnerReasonCodes = [
  'first-languages',
  'circumstances',
  'faith',
  'town-and-country',
  'similar-age',
] as const;
export type PartnerReason = (typeof partnerReasonCodes)[number];

/** Fewer points than these are no reason to bring two schools together. */
const WORTH_SAYING = 10;

type ComparedLink = Pick<Link, 'reasons' | 'differenceProfile'> & {
  readonly sides: Readonly<Record<Side, Pick<LinkSide, 'yearGroups'>>>;
};

/** What was recorded as the reasons of the proposal, with what follows from the figures that were frozen with it. */
export function partnerReasons({
  reasons,
  differenceProfile,
  sides,
}: ComparedLink): readonly PartnerReason[] {
  const { a = {}, b = {} } = differenceProfile ?? {};
  const holds: Readonly<Record<PartnerReason, boolean>> = {
    'first-languages': isFarApart(a.percentEal, b.percentEal),
    circumstances: sameMeals(a, b) && isFarApart(a.percentFsm, b.percentFsm),
    faith: differ(
      a.religiousCharacter && faithGroup(a.religiousCharacter),
      b.religiousCharacter && faithGroup(b.religiousCharacter),
    ),
    'town-and-country': differ(placeKind(a.urbanRural), placeKind(b.urbanRural)),
    'similar-age': yearsMeet(sides.a.yearGroups, sides.b.yearGroups),
  };
  return partnerReasonCodes.filter((code) => reasons.includes(code) || holds[code]);
}

const isFarApart = (a: number | undefined, b: number | undefined) =>
  a !== undefined && b !== undefined && Math.abs(a - b) >= WORTH_SAYING;

/** Meals of today and meals of six years are not compared with each other. */
const sameMeals = (a: SchoolFigures, b: SchoolFigures) => a.fsm?.kind === b.fsm?.kind;

const differ = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && a !== b;
