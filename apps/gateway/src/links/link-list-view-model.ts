import type { Programme } from '@linking/projections/programmes/programmes.js';
import { academicYearOfDay } from '@linking/domain/calendar/school-calendar.js';
import type { Link } from '@linking/domain/link/link.js';
import { flagsOf } from '@linking/domain/link/flags.js';
import { stageOf, stages, type Stage } from '@linking/domain/link/stage.js';
import { academicYear, counted } from '@linking/words/format.js';
import type { FilterBarView, FilterSelectView } from '../pages/components/filter-bar.js';
import type { LinkListView, LinkRowView } from '../pages/links/link-list-view.js';
import { flagTags } from './flag-tags.js';
import {
  listText,
  outcomeNames,
  pupilsOf,
  sideText,
  stageNames,
  yearGroupsOf,
  yearGroupsText,
  type SideWords,
} from '@linking/words/link-terms.js';
import { nextText } from './next-steps.js';
import { yearOptions } from './years.js';

/** What the address of the list says; empty values are left out of it. */
export interface ListFilters {
  readonly programme: string;
  readonly year: string;
  readonly stage: string;
  readonly flag: string;
  readonly outcome: string;
  readonly q: string;
}

export interface ListMaterial {
  readonly filters: ListFilters;
  readonly links: readonly Link[];
  /** Reference after which the next page begins; absent at the end. */
  readonly next?: string;
  readonly shownBefore: number;
  readonly counts: ReadonlyMap<Stage, number>;
  /** Of completed links: how many held so many of their three meetings. */
  readonly meetings: readonly { readonly held: number; readonly links: number }[];
  readonly programmes: readonly Programme[];
  readonly names: SideWords;
  readonly today: string;
  readonly mayPropose: boolean;
}

export function linkListView(material: ListMaterial): LinkListView {
  const { filters, links, programmes, next } = material;
  const { year, ...others } = filters;
  const filtered =
    year !== academicYearOfDay(material.today) || Object.values(others).some((value) => value !== '');
  const several = programmes.length !== 1;
  return {
    eyebrow: eyebrowOf(material),
    lead: leadOf(material),
    filters: filterBar(material, filtered),
    stages: stages.map((stage) => ({
      name: stageNames[stage],
      count: material.counts.get(stage) ?? 0,
      href: listHref({ ...filters, stage: filters.stage === stage ? '' : stage }),
      current: filters.stage === stage,
    })),
    rows: links.map((link) => rowOf(link, material, several)),
    more: {
      shown: material.shownBefore + links.length,
      ...(next === undefined ? {} : { href: listHref(filters, next) }),
    },
    empty: filtered
      ? {
          title: 'No link matches',
          sentence: 'Take a filter away, or search for part of a school’s name.',
          onward: { href: '/links?year=', label: 'Show all links' },
        }
      : { title: 'No links yet', sentence: 'A link begins when two waiting classes are brought together.' },
    sheet: { href: listHref({ ...filters, outcome: '' }, '', '/sheet'), label: 'As a sheet' },
    ...(material.mayPropose
      ? {
          together: { href: '/links/together', label: 'Record for several' },
          propose: { href: '/links/propose', label: 'Propose a link' },
        }
      : {}),
  };
}

function leadOf({ counts, filters, meetings }: ListMaterial): string {
  const at = (stage: Stage) => counts.get(stage) ?? 0;
  const total =
    filters.stage === '' ? stages.reduce((sum, stage) => sum + at(stage), 0) : at(filters.stage as Stage);
  const proposals = filters.stage === '' ? at('interest') + at('brokered') : 0;
  const unsigned = proposals === 0 ? '' : `, ${proposals} of them still without both signatures`;
  const met = meetings.map(({ held, links }) => `${links} with ${held} of 3 meetings`);
  return `${counted(total, 'link')}${unsigned}${met.length === 0 ? '' : `: ${listText(met)}`}.`;
}

function rowOf(link: Link, { names, today, programmes }: ListMaterial, several: boolean): LinkRowView {
  const programme = programmes.find(({ slug }) => slug === link.programme)?.name ?? link.programme;
  return {
    ref: link.ref,
    href: `/links/${link.ref}`,
    schools: { a: sideText(link, 'a', names), b: sideText(link, 'b', names) },
    words: `${several ? `${programme} · ` : ''}${yearGroupsText(yearGroupsOf(link))} · ${pupilsOf(link)} pupils`,
    stage: { tone: link.outcome === 'completed' ? 'green' : 'blue', text: stageNames[stageOf(link)] },
    nextStep: nextText(link, names),
    flags: flagsOf(link, today).map((flag) => flagTags[flag]),
  };
}

const all = { value: '', label: 'All' };
const optionsOf = (names: Readonly<Record<string, string>>) => [
  all,
  ...Object.entries(names).map(([value, label]) => ({ value, label })),
];

function eyebrowOf({ programmes: [only, ...others], filters: { year } }: ListMaterial): string {
  const where = only === undefined || others.length > 0 ? 'All programmes' : only.name;
  return `${where} · ${year === '' ? 'all years' : academicYear(year)}`;
}

function filterBar({ filters, programmes, today }: ListMaterial, filtered: boolean): FilterBarView {
  const selects: readonly FilterSelectView[] = [
    ...(programmes.length > 1
      ? [
          {
            name: 'programme',
            label: 'Programme',
            value: filters.programme,
            options: [all, ...programmes.map(({ slug, name }) => ({ value: slug, label: name }))],
          },
        ]
      : []),
    {
      name: 'year',
      label: 'Year',
      value: filters.year,
      options: [all, ...yearOptions(programmes, { chosen: filters.year, today })],
    },
    { name: 'stage', label: 'Stage', value: filters.stage, options: optionsOf(stageNames) },
    {
      name: 'flag',
      label: 'Flag',
      value: filters.flag,
      options: optionsOf({
        'at-risk': 'At risk',
        overdue: 'Overdue',
        paused: 'Paused',
        'contact-lost': 'Contact lost',
        silent: 'Silent for 21 days',
      }),
    },
    { name: 'outcome', label: 'Outcome', value: filters.outcome, options: optionsOf(outcomeNames) },
  ];
  return {
    action: '/links',
    search: { name: 'q', label: 'School, teacher or link number', value: filters.q },
    selects,
    ...(filtered ? { clearHref: '/links' } : {}),
  };
}

export function listHref(filters: ListFilters, after = '', path = '/links'): string {
  const query = new URLSearchParams(
    Object.entries({ ...filters, after }).filter(([, value]) => value !== ''),
  );
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
