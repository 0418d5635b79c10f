import type { InterestEvent } from '@linking/events/interest/interest-events.js';

export type UnplacedReason = 'outside-every-area' | 'area-not-clear';

/** Where the area of a school sends its interest. */
export type Routing = { readonly programme: string } | { readonly unplacedBecause: UnplacedReason };

export interface Area {
  readonly slug: string;
  readonly laCodes: readonly string[];
  readonly districtCodes: readonly string[];
}

export interface PlacedSchool {
  readonly laCode?: string;
  readonly districtCode?: string;
}

/**
 * The programme whose area a school lies in: a district is more specific than an authority, fewer codes than many.
 * Nothing is guessed: a tie, or a school without district in an authority some of whose districts are programmes of
 * their own (`isOfSomeDistrict`; Lancashire: Burnley, Pendle), is for the national office.
 */
export function routeByArea(
  areas: readonly Area[],
  { laCode = '', districtCode = '' }: PlacedSchool,
  isOfSomeDistrict: boolean,
): Routing {
  const byDistrict = areas.filter(({ districtCodes }) => districtCodes.includes(districtCode));
  if (byDistrict.length > 0) return theOnlyOne(byDistrict);
  if (isOfSomeDistrict) return { unplacedBecause: 'area-not-clear' };
  const byAuthority = areas.filter(({ laCodes }) => laCodes.includes(laCode));
  return byAuthority.length > 0 ? theOnlyOne(byAuthority) : { unplacedBecause: 'outside-every-area' };
}

function theOnlyOne(areas: readonly Area[]): Routing {
  const codes = ({ laCodes, districtCodes }: Area) => laCodes.length + districtCodes.length;
  const fewest = Math.min(...areas.map(codes));
  const [first, second] = areas.filter((area) => codes(area) === fewest);
  return first === undefined || second !== undefined
    ? { unplacedBecause: 'area-not-clear' }
    : { programme: first.slug };
}

/** What follows at once from receiving an interest: whoever took it may not be whose it is. */
export function routedFacts(
  takenBy: string | undefined,
  routing: Routing | undefined,
  keptBecause: string | undefined,
): readonly InterestEvent[] {
  if (keptBecause !== undefined) return [{ type: 'InterestKept', data: { reasonCode: keptBecause } }];
  if (routing === undefined) return [];
  if ('unplacedBecause' in routing) {
    return [{ type: 'InterestUnplaced', data: { reasonCode: routing.unplacedBecause } }];
  }
  if (takenBy === undefined) return [{ type: 'InterestRouted', data: { programme: routing.programme } }];
  if (takenBy === routing.programme) return [];
  const handed = { from: takenBy, to: routing.programme, reasonCode: 'outside-our-area' };
  return [{ type: 'InterestHandedOver', data: handed }];
}
