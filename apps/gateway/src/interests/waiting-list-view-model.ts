import type { ClassStatus } from '@linking/domain/interest/interest.js';
import type { Programme } from '@linking/projections/programmes/programmes.js';
import { capital, yearGroupsText } from '@linking/words/link-terms.js';
import type { FilterBarView } from '../pages/components/filter-bar.js';
import { academicYear, counted } from '@linking/words/format.js';
import type { WaitingListView } from '../pages/interests/waiting-list-page.js';
import { classTags, numberText } from './interest-words.js';
import { classKey, type OfferedClassWords } from './waiting-classes.js';
import { waitingText } from '@linking/words/waiting-text.js';

/** What the address asks for; empty means all, but for the status: of that only waiting classes. */
export interface WaitingFilters {
  readonly q: string;
  readonly programme: string;
  readonly year: string;
  readonly yearGroup: string;
  readonly status: string;
}

export interface WaitingListMaterial {
  readonly classes: readonly OfferedClassWords[];
  readonly programmes: readonly Programme[];
  readonly filters: WaitingFilters;
  readonly today: string;
  readonly mayChange: boolean;
  /** How many interests no programme has; only for whoever sees all. */
  readonly unplaced: number;
}

const statuses: readonly ClassStatus[] = ['waiting', 'paired', 'withdrawn', 'declined'];

export function waitingListView(material: WaitingListMaterial): WaitingListView {
  const { programmes, filters, mayChange, unplaced, today } = material;
  // What no programme has stands on a list of its own.
  const classes = material.classes.filter(({ item }) => item.programme !== '');
  const waiting = classes.filter(({ item }) => item.status === 'waiting');
  const shown = classes.filter((one) => fits(one, filters));
  const nameOf = (slug: string) => programmes.find((one) => one.slug === slug)?.name ?? slug;
  const several = programmes.length > 1;
  const filtered = Object.values(filters).some((value) => value !== '');
  return {
    eyebrow: several ? 'All programmes' : (programmes[0]?.name ?? ''),
    lead: `${counted(waiting.length, 'class', 'classes')} waiting for a partner.`,
    ...(classes.length === 0 ? {} : { filters: filterBar(classes, programmes, filters, filtered) }),
    ...(unplaced === 0
      ? {}
      : {
          unplaced: {
            href: '/waiting/unplaced',
            label: `${counted(unplaced, 'interest lies', 'interests lie')} in no programme’s area`,
          },
        }),
    rows: shown.map(({ item, schoolName, words }) => {
      const placed = partlyPlaced(item.interestId, classes);
      return {
        classId: item.classId,
        school: { href: `/interests/${item.interestId}`, label: schoolName },
        words: `${words} · ${academicYear(item.year)}${several ? ` · ${nameOf(item.programme)}` : ''}`,
        ...(placed === undefined ? {} : { placed }),
        since: item.expressedOn,
        ...(item.status === 'waiting' ? { waits: waitingText(item.expressedOn, today) } : {}),
        status: classTags[item.status],
        ...(mayChange && item.status === 'waiting'
          ? { action: { href: `/links/propose?a=${classKey(item)}`, label: 'Find a partner' } }
          : {}),
      };
    }),
    empty: filtered
      ? {
          title: 'No class matches',
          sentence: 'Take a filter away, or search for part of the school’s name.',
          onward: { href: '/waiting', label: 'Show all waiting classes' },
        }
      : { title: 'No class is waiting', sentence: 'When a school gets in touch, record its interest here.' },
    ...(mayChange ? { add: { href: '/waiting/add', label: 'Record an interest' } } : {}),
  };
}

function fits({ item, schoolName }: OfferedClassWords, filters: WaitingFilters): boolean {
  const { q, programme, year, yearGroup, status } = filters;
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const searched = `${schoolName} ${item.urn}`.toLowerCase();
  return (
    words.every((word) => searched.includes(word)) &&
    (programme === '' || item.programme === programme) &&
    (year === '' || item.year === year) &&
    (yearGroup === '' || item.yearGroups.includes(Number(yearGroup))) &&
    (status === 'all' || item.status === (status === '' ? 'waiting' : status))
  );
}

/** `One of two classes placed`: the school still waits for the rest. */
function partlyPlaced(interestId: string, classes: readonly OfferedClassWords[]): string | undefined {
  const offered = classes
    .map(({ item }) => item)
    .filter((item) => item.interestId === interestId && ['waiting', 'paired'].includes(item.status));
  const placed = offered.filter(({ status }) => status === 'paired').length;
  if (placed === 0 || placed === offered.length) return undefined;
  return `${capital(numberText(placed))} of ${numberText(offered.length)} classes placed`;
}

function filterBar(
  classes: readonly OfferedClassWords[],
  programmes: readonly Programme[],
  filters: WaitingFilters,
  filtered: boolean,
): FilterBarView {
  const years = [...new Set(classes.map(({ item }) => item.year))].toSorted();
  const groups = [...new Set(classes.flatMap(({ item }) => item.yearGroups))].toSorted((x, y) => x - y);
  const all = { value: '', label: 'All' };
  const select = (
    name: keyof WaitingFilters,
    label: string,
    options: readonly { readonly value: string; readonly label: string }[],
  ) => ({ name, label, value: filters[name], options });
  return {
    action: '/waiting',
    search: { name: 'q', label: 'School or URN', value: filters.q },
    selects: [
      ...(programmes.length > 1
        ? [
            select('programme', 'Programme', [
              all,
              ...programmes.map(({ slug, name }) => ({ value: slug, label: name })),
            ]),
          ]
        : []),
      select('year', 'Year', [all, ...years.map((year) => ({ value: year, label: academicYear(year) }))]),
      select('yearGroup', 'Year group', [
        all,
        ...groups.map((group) => ({ value: String(group), label: yearGroupsText([group]) })),
      ]),
      select('status', 'Status', [
        { value: '', label: 'Waiting' },
        ...statuses.slice(1).map((status) => ({ value: status, label: classTags[status].text })),
        { value: 'all', label: 'All' },
      ]),
    ],
    ...(filtered ? { clearHref: '/waiting' } : {}),
  };
}
