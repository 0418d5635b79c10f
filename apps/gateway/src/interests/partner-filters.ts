import type { FilterBarView } from '../pages/components/filter-bar.js';
import { yearGroupsText } from '@linking/words/link-terms.js';
import type { Partner } from './partners.js';
import { classKey, type OfferedClassWords } from './waiting-classes.js';

const KM_A_MILE = 1.609344;
const MILES = ['3', '5', '10', '20'] as const;

export interface PartnerFilters {
  /** Part of the school's name. */
  readonly q: string;
  /** A year group as a number, or empty. */
  readonly yearGroup: string;
  readonly miles: string;
}

export const readPartnerFilters = ({
  q = '',
  yearGroup = '',
  miles = '',
}: Readonly<Record<string, string>>): PartnerFilters => ({
  q: q.trim().slice(0, 100),
  yearGroup: /^\d{1,2}$/.test(yearGroup) ? yearGroup : '',
  miles: MILES.some((one) => one === miles) ? miles : '',
});

/** A school of which nobody knows where it is stays in the list until a distance is asked for. */
export const passes =
  ({ q, yearGroup, miles }: PartnerFilters) =>
  ({ other, difference: { distanceKm: km } }: Partner): boolean =>
    other.schoolName.toLowerCase().includes(q.toLowerCase()) &&
    (yearGroup === '' || other.item.yearGroups.includes(Number(yearGroup))) &&
    (miles === '' || (km !== undefined && km <= Number(miles) * KM_A_MILE));

export function partnerFilterBar(
  a: OfferedClassWords,
  others: readonly OfferedClassWords[],
  filters: PartnerFilters,
  /** Reference of the link that goes on. */
  from?: string,
): FilterBarView {
  const groups = [...new Set(others.flatMap(({ item }) => item.yearGroups))].toSorted((x, y) => x - y);
  const { q, yearGroup, miles } = filters;
  const key = classKey(a.item);
  return {
    action: '/links/propose',
    kept: { a: key, ...(from === undefined ? {} : { from }) },
    search: { name: 'q', label: 'Name of the school', value: q },
    selects: [
      {
        name: 'yearGroup',
        label: 'Year group',
        value: yearGroup,
        options: [
          { value: '', label: 'Any' },
          ...groups.map((group) => ({ value: String(group), label: yearGroupsText([group]) })),
        ],
      },
      {
        name: 'miles',
        label: 'Distance',
        value: miles,
        options: [
          { value: '', label: 'Any' },
          ...MILES.map((most) => ({ value: most, label: `Up to ${most} miles` })),
        ],
      },
    ],
    ...(q === '' && yearGroup === '' && miles === ''
      ? {}
      : { clearHref: `/links/propose?a=${key}${from === undefined ? '' : `&from=${from}`}` }),
  };
}
