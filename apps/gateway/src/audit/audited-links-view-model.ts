import type { SideWords } from '@linking/words/link-terms.js';
import {
  outcomeNames,
  pupilsOf,
  sideText,
  stageNames,
  yearGroupsOf,
  yearGroupsText,
} from '@linking/words/link-terms.js';
import { yearOptions } from '../links/years.js';
import type { AuditedLinksView, AuditedRowView } from '../pages/audit/audited-links-view.js';
import type { FilterBarView } from '../pages/components/filter-bar.js';
import { academicYear, counted } from '@linking/words/format.js';
import { stageOf, stages, type Stage } from '@linking/domain/link/stage.js';
import {
  linkMarks,
  type AuditCount,
  type AuditedLink,
  type AuditFigure,
} from '@linking/projections/link-board/audited-links.js';
import type { LinkMark } from '@linking/projections/link-board/link-conditions.js';
import type { Programme } from '@linking/projections/programmes/programmes.js';
import { timelineHref } from './timeline-filters.js';

/** What the address of the list says; empty values are left out of it. */
export interface AuditedFilters {
  readonly programme: string;
  readonly year: string;
  readonly stage: string;
  readonly outcome: string;
  readonly q: string;
  readonly mark: LinkMark | '';
  readonly sort: AuditCount | '';
}

export interface AuditedMaterial {
  readonly filters: AuditedFilters;
  readonly links: readonly AuditedLink[];
  /** Where the next page begins; absent at the end. */
  readonly next?: string;
  /** Over the links of all filters but the mark. */
  readonly figures: Readonly<Record<AuditCount, AuditFigure>>;
  /** Over the links of all filters but the stage. */
  readonly counts: ReadonlyMap<Stage, number>;
  readonly programmes: readonly Programme[];
  readonly names: SideWords;
  readonly today: string;
}

const marked: Readonly<
  Record<LinkMark, { readonly title: string; readonly links: string; readonly one: string }>
> = {
  correction: { title: 'Corrections', links: 'with corrections', one: 'correction' },
  void: { title: 'Voids', links: 'with voided entries', one: 'void' },
  override: { title: 'Overrides', links: 'with a rule overridden', one: 'override' },
  late: { title: 'Late', links: 'with entries recorded late', one: 'late entry' },
  imported: { title: 'Imported', links: 'with imported entries', one: 'imported entry' },
};
const columns: readonly AuditCount[] = ['entries', ...linkMarks];
const titleOf = (count: AuditCount) => (count === 'entries' ? 'Entries' : marked[count].title);

export function auditedLinksView(material: AuditedMaterial): AuditedLinksView {
  const { filters, links, figures, counts, programmes, next } = material;
  const several = programmes.length !== 1;
  return {
    eyebrow: `${programmeName(material)} · ${filters.year === '' ? 'all years' : academicYear(filters.year)}`,
    lead: leadOf(material),
    filters: filterBar(material),
    marks: [
      {
        name: 'links',
        count: figures.entries.links,
        href: auditedHref({ ...filters, mark: '' }),
        current: filters.mark === '',
      },
      ...linkMarks.map((mark) => ({
        name: marked[mark].links,
        count: figures[mark].links,
        href: auditedHref({ ...filters, mark: filters.mark === mark ? '' : mark }),
        current: filters.mark === mark,
      })),
    ],
    stages: stages.map((stage) => ({
      name: stageNames[stage],
      count: counts.get(stage) ?? 0,
      href: auditedHref({ ...filters, stage: filters.stage === stage ? '' : stage }),
      current: filters.stage === stage,
    })),
    columns: columns.map(titleOf),
    rows: links.map((link) => rowOf(link, material, several)),
    more: { shown: links.length, ...(next === undefined ? {} : { href: auditedHref(filters, next) }) },
    empty: {
      title: 'No link matches',
      sentence:
        filters.mark === ''
          ? 'Take a filter away, or choose another year.'
          : `None of these links has a ${marked[filters.mark].one}. That is what the figure above says, too.`,
      onward: {
        href: auditedHref({ ...noFilters, year: filters.year }),
        label: 'Show all links of the year',
      },
    },
    sample: {
      href: `/audit/sample?${new URLSearchParams({ year: filters.year, programme: filters.programme }).toString()}`,
      label: 'Draw a random sample',
    },
  };
}

export const noFilters: AuditedFilters = {
  programme: '',
  year: '',
  stage: '',
  outcome: '',
  q: '',
  mark: '',
  sort: '',
};

const programmeName = ({ programmes, filters: { programme } }: AuditedMaterial) =>
  programmes.find(({ slug }) => slug === programme)?.name ?? 'All programmes';

function leadOf({ figures, filters: { mark } }: AuditedMaterial): string {
  const { links, total } = figures.entries;
  const several = (name: LinkMark) => counted(figures[name].total, marked[name].one, pluralOf(name));
  const all = `${counted(links, 'link')} with ${counted(total, 'entry', 'entries')}`;
  if (mark !== '') return `${several(mark)} in ${counted(figures[mark].links, 'link')}, of ${all}.`;
  return `${all}: ${linkMarks.map(several).join(', ')}.`;
}

const pluralOf = (mark: LinkMark) => marked[mark].one.replace(/entry$/, 'entrie') + 's';

function rowOf(
  { link, counts }: AuditedLink,
  { names, programmes }: AuditedMaterial,
  several: boolean,
): AuditedRowView {
  const programme = programmes.find(({ slug }) => slug === link.programme)?.name ?? link.programme;
  const href = (count: AuditCount) => timelineHref(link.ref, { show: count });
  return {
    ref: link.ref,
    href: timelineHref(link.ref),
    schools: { a: sideText(link, 'a', names), b: sideText(link, 'b', names) },
    words: `${several ? `${programme} · ` : ''}${yearGroupsText(yearGroupsOf(link))} · ${pupilsOf(link)} pupils`,
    stage: { tone: link.outcome === 'completed' ? 'green' : 'blue', text: stageNames[stageOf(link)] },
    counts: columns.map((count) => ({ count: counts[count], href: href(count) })),
  };
}

const optionsOf = (names: Readonly<Record<string, string>>) => [
  { value: '', label: 'All' },
  ...Object.entries(names).map(([value, label]) => ({ value, label })),
];

function filterBar({ filters, programmes, today }: AuditedMaterial): FilterBarView {
  const { q, mark, ...others } = filters;
  return {
    action: '/audit/links',
    search: { name: 'q', label: 'School, teacher or link number', value: q },
    kept: mark === '' ? {} : { mark },
    selects: [
      {
        name: 'programme',
        label: 'Programme',
        value: filters.programme,
        options: optionsOf(Object.fromEntries(programmes.map(({ slug, name }) => [slug, name]))),
      },
      {
        name: 'year',
        label: 'Year',
        value: filters.year,
        options: [{ value: '', label: 'All' }, ...yearOptions(programmes, { chosen: filters.year, today })],
      },
      { name: 'stage', label: 'Stage', value: filters.stage, options: optionsOf(stageNames) },
      { name: 'outcome', label: 'Outcome', value: filters.outcome, options: optionsOf(outcomeNames) },
      {
        name: 'sort',
        label: 'Order',
        value: filters.sort,
        options: [
          { value: '', label: 'By number' },
          ...columns.map((count) => ({ value: count, label: `Most ${titleOf(count).toLowerCase()} first` })),
        ],
      },
    ],
    ...(q !== '' || mark !== '' || Object.values(others).some((value) => value !== '')
      ? { clearHref: '/audit/links' }
      : {}),
  };
}

export function auditedHref(filters: AuditedFilters, after = ''): string {
  const query = new URLSearchParams(
    Object.entries({ ...filters, after }).filter(([name, value]) => value !== '' || name === 'year'),
  );
  return `/audit/links?${query.toString()}`;
}
