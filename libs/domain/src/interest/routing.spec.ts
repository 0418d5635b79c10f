import { routeByArea, routedFacts } from './routing.js';

const area = (slug: string, laCodes: string[], districtCodes: string[] = []) => ({
  slug,
  laCodes,
  districtCodes,
});
const areas = [
  area('burnley', [], ['E07000117']),
  area('lancashire', ['888']),
  area('london', ['211', '212', '213']),
  area('tower-hamlets', ['211']),
  area('east-london', ['212', '213']),
  area('city', ['212', '999']),
];
const route = (laCode?: string, districtCode?: string, ofSomeDistrict = false) =>
  routeByArea(
    areas,
    { ...(laCode === undefined ? {} : { laCode }), ...(districtCode === undefined ? {} : { districtCode }) },
    ofSomeDistrict,
  );

describe('the area of a school', () => {
  it.each([
    ['a district before its authority', '888', 'E07000117', 'burnley'],
    ['the authority, for a district that is nobody’s own', '888', 'E07000118', 'lancashire'],
    ['one borough before all of London', '211', undefined, 'tower-hamlets'],
  ])('is the most specific one: %s', (_, la, district, programme) => {
    expect(route(la, district)).toEqual({ programme });
  });

  it('is the one with the fewest codes, districts and authorities counted together', () => {
    const many = area('many', ['300'], ['E1', 'E2', 'E3']);
    const two = area('two', ['300', '301']);
    expect(routeByArea([many, two], { laCode: '300' }, false)).toEqual({ programme: 'two' });
  });

  it('is not guessed', () => {
    expect(route('212')).toEqual({ unplacedBecause: 'area-not-clear' });
    expect(route('888', undefined, true)).toEqual({ unplacedBecause: 'area-not-clear' });
    expect(route('908')).toEqual({ unplacedBecause: 'outside-every-area' });
    expect(route()).toEqual({ unplacedBecause: 'outside-every-area' });
  });
});

describe('an interest that was just taken', () => {
  const facts = (...of: Parameters<typeof routedFacts>) =>
    routedFacts(...of).map(({ type, data }) => [type, data]);

  it('stays with the programme of its area', () => {
    expect(facts('kent', { programme: 'kent' }, undefined)).toEqual([]);
    expect(facts('kent', undefined, undefined)).toEqual([]);
  });

  it('is handed to the programme of its area, or to the national office when there is none', () => {
    expect(facts('bradford', { programme: 'kent' }, undefined)).toEqual([
      ['InterestHandedOver', { from: 'bradford', to: 'kent', reasonCode: 'outside-our-area' }],
    ]);
    expect(facts('bradford', { unplacedBecause: 'outside-every-area' }, undefined)).toEqual([
      ['InterestUnplaced', { reasonCode: 'outside-every-area' }],
    ]);
    expect(facts(undefined, { programme: 'kent' }, undefined)).toEqual([
      ['InterestRouted', { programme: 'kent' }],
    ]);
  });

  it('is kept with a reason by a programme that is not of its area', () => {
    expect(facts('bradford', undefined, 'asked-for-us')).toEqual([
      ['InterestKept', { reasonCode: 'asked-for-us' }],
    ]);
  });
});
