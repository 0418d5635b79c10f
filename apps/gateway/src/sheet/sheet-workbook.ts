import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { bothSides } from '@linking/domain/link/link.js';
import { stageOf } from '@linking/domain/link/stage.js';
import { academicYear, fullMoment } from '@linking/words/format.js';
import { codeText, outcomeText, stageNames } from '@linking/words/link-terms.js';
import { guarded } from '../http/spreadsheet-text.js';
import { cellsOf, type LinkWithoutHistory, type SheetCell } from './sheet-cell.js';
import { sheetSteps } from './sheet-steps.js';
import { stepTitle, type SheetMaterial } from './sheet-view-model.js';

const DAY = 'dd/mm/yyyy';
const title = (value: string): Cell => ({
  value,
  fontWeight: 'bold',
  backgroundColor: '#e9e7f7',
  wrap: true,
});
const WORDS = ['Link', 'School A', 'Class A', 'School B', 'Class B', 'Stage', 'Outcome'];

/** The sheet as an Excel workbook: the links, and what its columns mean. Days are days, no texts. */
export function sheetWorkbook(material: SheetMaterial, now: string): Promise<Buffer> {
  const header = [...WORDS, ...sheetSteps.map(stepTitle)].map(title);
  const rows = material.links.map((link) => rowOf(link, material));
  return writeExcelFile([
    {
      sheet: 'Links',
      data: [header, ...rows],
      columns: [16, 30, 16, 30, 16, 12, 12, ...sheetSteps.map(() => 15)].map((width) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    },
    { sheet: 'What it means', data: definitions(material, now), columns: [{ width: 24 }, { width: 100 }] },
  ]).toBuffer();
}

function rowOf(link: LinkWithoutHistory, { names, today }: SheetMaterial): Cell[] {
  const sides = bothSides.flatMap((side) => [
    names.school(link.sides[side].urn),
    names.className(link.sides[side]),
  ]);
  const stage = stageNames[stageOf(link)];
  return [
    ...[link.ref, ...sides, stage, outcomeText(link)].map(guarded),
    ...cellsOf(link, today).map(cellOfBook),
  ];
}

function cellOfBook(cell: SheetCell): Cell {
  switch (cell.state) {
    case 'done':
      return dayCell(cell.on);
    case 'planned':
      return dayCell(cell.on, { fontStyle: 'italic', textColor: '#27338c' });
    case 'skipped':
      return `– ${codeText(cell.reasonCode)}`;
    case 'due':
      return cell.late ? { value: 'overdue', textColor: '#8f1d10' } : 'due';
    case 'not-needed':
      return 'not needed';
    case 'open':
      return null;
  }
}

/** Imported history may know a month or a year only: that stays words. */
function dayCell(on: string, look: { fontStyle?: 'italic'; textColor?: string } = {}): Cell {
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(on);
  return whole
    ? { value: new Date(`${on}T00:00:00Z`), type: Date, format: DAY, ...look }
    : { value: guarded(on), ...look };
}

function definitions({ filters, programmes, links }: SheetMaterial, now: string): Cell[][] {
  const programme = programmes.find(({ slug }) => slug === filters.programme)?.name;
  const [only] = programmes;
  const chosen = [filters.stage, filters.flag, filters.q === '' ? '' : `“${filters.q}”`]
    .filter(Boolean)
    .join(', ');
  return [
    [title('About this copy'), title('')],
    ['Copied on', fullMoment(now)],
    ['Programme', guarded(programme ?? (programmes.length === 1 && only ? only.name : 'All'))],
    ['Year', academicYear(filters.year)],
    ['Filter', guarded(chosen === '' ? 'none' : chosen)],
    ['Links', links.length],
    [],
    [title('Column'), title('What a date in it means')],
    ...sheetSteps.map((step): Cell[] => [stepTitle(step), { value: step.means, wrap: true }]),
    [],
    [title('In a cell'), title('What it says')],
    ['a date', 'The step was done on this day.'],
    ['a date in italics', 'A meeting is planned for this day and was not recorded yet.'],
    ['– with a reason', 'The step was skipped for this reason.'],
    ['due, overdue', 'The step is asked for within two weeks, or its target is past.'],
    ['not needed', 'An in-school link needs one signature.'],
    ['empty', 'Nothing is recorded.'],
  ];
}
