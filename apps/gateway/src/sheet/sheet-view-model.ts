import type { Programme } from '@linking/projections/programmes/programmes.js';
import { bothSides } from '@linking/domain/link/link.js';
import { academicYear, counted, shortDay } from '@linking/words/format.js';
import type { FilterBarView } from '../pages/components/filter-bar.js';
import type { FormParts } from '../links/forms/command-form-view.js';
import { yearOptions } from '../links/years.js';
import { flagTags } from '../links/flag-tags.js';
import { codeText, outcomeText, sideText, stageNames, type SideWords } from '@linking/words/link-terms.js';
import type { SheetCellView, SheetRowView, SheetView } from '../pages/sheet/sheet-view.js';
import { cellsOf, type LinkWithoutHistory, type SheetCell } from './sheet-cell.js';
import { sheetSteps, type SheetStep } from './sheet-steps.js';

/** What the address of the sheet says. */
export interface SheetFilters {
  readonly programme: string;
  readonly year: string;
  readonly stage: string;
  readonly flag: string;
  readonly q: string;
}

export interface SheetMaterial {
  readonly filters: SheetFilters;
  readonly links: readonly LinkWithoutHistory[];
  readonly more: boolean;
  readonly programmes: readonly Programme[];
  readonly names: SideWords;
  readonly today: string;
  /** May this person change the link? */
  readonly mayChange: (link: LinkWithoutHistory) => boolean;
  /** Absent for somebody who reads only. */
  readonly parts?: FormParts;
}

export function sheetView(material: SheetMaterial): SheetView {
  const { filters, links, programmes, today, names, parts } = material;
  const rows = links.map((link) => sheetRow(link, names, today, material.mayChange(link)));
  const [only] = programmes;
  const name = programmes.find(({ slug }) => slug === filters.programme)?.name;
  const late = rows.filter(({ cells }) => cells.some(({ look }) => look === 'late')).length;
  return {
    eyebrow: `${name ?? (programmes.length === 1 && only ? only.name : 'All programmes')} · ${academicYear(filters.year)}`,
    lead: `${counted(rows.length, 'link')}${late === 0 ? '' : `, ${late} of them with something overdue`}.`,
    filters: filterBar(material),
    headings: headingsOf(),
    letters: sheetSteps.map(({ side }) => (side ?? '').toUpperCase()),
    rows,
    empty: {
      title: 'No link matches',
      sentence: 'Take a filter away, or choose another year.',
      onward: { href: '/sheet', label: 'Show the whole sheet' },
    },
    copy: { href: sheetHref('/sheet.xlsx', filters), label: 'Copy as XLSX' },
    list: { href: sheetHref('/links', filters), label: 'As a list' },
    ...(material.more
      ? {
          more: `Only the first ${links.length} links are shown. Choose a programme or a stage to see the others.`,
        }
      : {}),
    ...(parts === undefined
      ? {}
      : {
          fill: {
            ...parts,
            action: '/sheet/fill',
            steps: sheetSteps.map((step) => ({ value: step.key, label: stepTitle(step) })),
          },
        }),
  };
}

/** `Training B`. */
export const stepTitle = ({ heading, side }: SheetStep) =>
  side === undefined ? heading : `${heading} ${side.toUpperCase()}`;

function headingsOf(): SheetView['headings'] {
  const texts = [...new Set(sheetSteps.map(({ heading }) => heading))];
  return texts.map((text) => ({
    text,
    span: sheetSteps.filter(({ heading }) => heading === text).length === 2 ? 2 : 1,
  }));
}

export function sheetRow(
  link: LinkWithoutHistory,
  names: SideWords,
  today: string,
  mayChange: boolean,
): SheetRowView {
  const whole = { ...link, entries: [] };
  const cells = cellsOf(link, today);
  return {
    ref: link.ref,
    href: `/links/${link.ref}`,
    revision: link.revision,
    sides: bothSides.map((side) => ({
      school: names.school(link.sides[side].urn),
      class: names.className(link.sides[side]),
    })),
    tags: [
      ...(link.paused === undefined ? [] : [flagTags.paused]),
      ...(link.outcome === 'open' ? [] : [{ tone: 'grey', text: outcomeText(link) } as const]),
    ],
    cells: sheetSteps.flatMap((step, index) => {
      const cell = cells[index];
      const school = step.side === undefined ? undefined : sideText(whole, step.side, names);
      const label = school === undefined ? step.heading : `${step.heading} of ${school}`;
      return cell === undefined ? [] : [cellView(cell, step.key, label, mayChange)];
    }),
    ...(mayChange ? { formHref: `/sheet/${link.ref}` } : {}),
  };
}

function cellView(cell: SheetCell, step: string, label: string, mayChange: boolean): SheetCellView {
  const base = { step, label, fixed: !mayChange, text: cellText(cell) };
  switch (cell.state) {
    case 'done':
      return { ...base, look: 'done', day: shortDay(cell.on), word: 'done' };
    case 'planned':
      return cell.past
        ? { ...base, look: 'soon', day: shortDay(cell.on), word: 'did they meet?' }
        : { ...base, look: 'planned', day: shortDay(cell.on), word: 'planned' };
    case 'skipped': {
      const word = `skipped: ${codeText(cell.reasonCode)}`;
      return { ...base, look: 'skipped', day: '–', word, title: word };
    }
    case 'due':
      return {
        ...base,
        look: cell.late ? 'late' : 'soon',
        day: '',
        word: `${cell.late ? 'overdue since' : 'due'} ${shortDay(cell.target)}`,
      };
    case 'not-needed':
      return { ...base, look: 'none', day: '', word: 'not needed', fixed: true };
    case 'open':
      return { ...base, look: 'open', day: '' };
  }
}

/** What stands in a cell when it is edited: `27/11/2026`, a dash, or nothing. */
export function cellText(cell: SheetCell): string {
  if (cell.state === 'skipped') return '–';
  if (cell.state !== 'done' && cell.state !== 'planned') return '';
  const [year = '', month, day] = cell.on.split('-');
  return day === undefined || month === undefined ? cell.on : `${day}/${month}/${year}`;
}

export function sheetHref(path: string, filters: SheetFilters): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''));
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

function filterBar({ filters, programmes, today }: SheetMaterial): FilterBarView {
  const all = { value: '', label: 'All' };
  const programme = {
    name: 'programme',
    label: 'Programme',
    value: filters.programme,
    options: [all, ...programmes.map(({ slug, name }) => ({ value: slug, label: name }))],
  };
  return {
    action: '/sheet',
    search: { name: 'q', label: 'School, teacher or link number', value: filters.q },
    selects: [
      ...(programmes.length > 1 ? [programme] : []),
      {
        name: 'year',
        label: 'Year',
        value: filters.year,
        options: yearOptions(programmes, { chosen: filters.year, today }),
      },
      {
        name: 'stage',
        label: 'Stage',
        value: filters.stage,
        options: [all, ...Object.entries(stageNames).map(([value, label]) => ({ value, label }))],
      },
      {
        name: 'flag',
        label: 'Flag',
        value: filters.flag,
        options: [all, { value: 'overdue', label: 'Overdue' }, { value: 'paused', label: 'Paused' }],
      },
    ],
    ...(filters.stage + filters.flag + filters.q + filters.programme === '' ? {} : { clearHref: '/sheet' }),
  };
}
