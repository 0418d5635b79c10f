import type { SheetFilledView } from '../src/pages/sheet/sheet-filled-page.js';
import type { SheetRowPageView } from '../src/pages/sheet/sheet-row-page.js';
import type { SheetCellView, SheetView } from '../src/pages/sheet/sheet-view.js';
import { linkList } from './list-samples.js';

const COLUMNS = [
  ['brokered', 'Brokered'],
  ['agreement-a', 'Agreement of Brook Lane Primary'],
  ['agreement-b', 'Agreement of St Aidan’s CofE Primary'],
  ['training-a', 'Training of Brook Lane Primary'],
  ['training-b', 'Training of St Aidan’s CofE Primary'],
  ['exchange-a', 'Exchange of Brook Lane Primary'],
  ['exchange-b', 'Exchange of St Aidan’s CofE Primary'],
  ['meeting-1', 'First meeting'],
  ['meeting-2', 'First visit'],
  ['meeting-3', 'Second visit'],
  ['goodbye', 'Goodbye'],
] as const;

type Look = Partial<SheetCellView>;
const done = (day: string, text: string): Look => ({ look: 'done', day, word: 'done', text });
const late: Look = { look: 'late', word: 'overdue since 31 Oct' };
const skipped: Look = {
  look: 'skipped',
  day: '–',
  word: 'skipped: done otherwise',
  title: 'skipped: done otherwise',
  text: '–',
};
const open: Look = {};

const cells = (...looks: readonly Look[]): readonly SheetCellView[] =>
  COLUMNS.map(([step, label], index) => ({
    step,
    label,
    look: 'open',
    day: '',
    text: '',
    fixed: false,
    ...looks[index],
  }));

export const sheet: SheetView = {
  eyebrow: 'Bradford · 2026–27',
  lead: '2 links, 1 of them with something overdue.',
  filters: { ...linkList.filters, action: '/sheet' },
  headings: [
    { text: 'Brokered', span: 1 },
    { text: 'Agreement', span: 2 },
    { text: 'Training', span: 2 },
    { text: 'Exchange', span: 2 },
    { text: 'First meeting', span: 1 },
    { text: 'First visit', span: 1 },
    { text: 'Second visit', span: 1 },
    { text: 'Goodbye', span: 1 },
  ],
  letters: ['', 'A', 'B', 'A', 'B', 'A', 'B', '', '', '', ''],
  rows: [
    {
      ref: 'BRD-2026-014',
      href: '/links/BRD-2026-014',
      formHref: '/sheet/BRD-2026-014',
      revision: 13,
      sides: [
        { school: 'Brook Lane Primary', class: '4 Kingfishers' },
        { school: 'St Aidan’s CofE Primary', class: '4 Willow' },
      ],
      tags: [],
      cells: cells(
        done('2 Jul', '02/07/2026'),
        done('9 Sept', '09/09/2026'),
        done('6 Jul', '06/07/2026'),
        done('1 Oct', '01/10/2026'),
        skipped,
        done('22 Oct', '22/10/2026'),
        { look: 'soon', word: 'due 30 Nov' },
        { look: 'planned', day: '26 Nov', word: 'planned', text: '26/11/2026' },
      ),
    },
    {
      ref: 'BRD-2026-015',
      href: '/links/BRD-2026-015',
      formHref: '/sheet/BRD-2026-015',
      revision: 6,
      sides: [
        { school: 'Hollins Green Community Primary and Nursery School', class: 'a Year 5 class' },
        { school: 'Al-Noor Academy', class: '5 Birch' },
      ],
      tags: [{ tone: 'grey', text: 'Paused' }],
      cells: cells(done('3 Jul', '03/07/2026'), late, late, open, open, open, open, {
        look: 'soon',
        day: '12 Nov',
        word: 'did they meet?',
        text: '12/11/2026',
      }),
    },
  ],
  empty: { title: 'No link matches', sentence: 'Take a filter away, or choose another year.' },
  copy: { href: '/sheet.xlsx', label: 'Copy as XLSX' },
  list: { href: '/links', label: 'As a list' },
  fill: {
    action: '/sheet/fill',
    csrf: 'sample-csrf',
    idempotencyKey: 'sample-key',
    steps: [
      { value: 'brokered', label: 'Brokered' },
      { value: 'training-a', label: 'Training A' },
    ],
  },
};

const { fill: _none, ...withoutFill } = sheet;

export const sheetForReading: SheetView = {
  ...withoutFill,
  rows: sheet.rows.map(({ formHref: _, ...row }) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, fixed: true })),
  })),
};

export const sheetRow: SheetRowPageView = {
  ref: 'BRD-2026-014',
  eyebrow: 'Brook Lane Primary and St Aidan’s CofE Primary',
  saved: ['Saved: BRD-2026-014, Exchange of Brook Lane Primary, 22 October 2026.'],
  asks: [{ href: '/sheet/BRD-2026-014/meeting-2?typed=11%2F3', label: 'First visit: 11/3' }],
  form: {
    action: '/sheet/BRD-2026-014',
    csrf: 'sample-csrf',
    idempotencyKey: 'sample-key',
    fields: [
      { kind: 'text', name: 'cell.training-b', label: 'Training of St Aidan’s CofE Primary', width: 10 },
      { kind: 'text', name: 'cell.meeting-2', label: 'First visit', width: 10 },
    ],
    values: { 'cell.training-b': '31/9/26', 'cell.meeting-2': '11/3' },
    errors: [{ field: 'cell.training-b', message: 'There is no such day as 31/9/26.' }],
    hidden: { expectedRevision: '13' },
    submitLabel: 'Save the row',
    also: [{ href: '/sheet', label: 'Back to the sheet', look: 'secondary' }],
  },
};

export const sheetFilled: SheetFilledView = {
  eyebrow: 'Agreement A · 9/9',
  lead: '1 of 3 rows saved.',
  rows: [
    {
      ref: 'BRD-2026-014',
      href: '/links/BRD-2026-014',
      result: { tone: 'green', text: 'Saved' },
      sentence: 'Saved: BRD-2026-014, Agreement of Brook Lane Primary, 9 September 2026.',
    },
    {
      ref: 'BRD-2026-015',
      href: '/links/BRD-2026-015',
      result: { tone: 'red', text: 'Refused' },
      sentence: 'No agreement has been sent to this school yet. Send the agreement first.',
    },
    {
      ref: 'BRD-2026-016',
      href: '/links/BRD-2026-016',
      result: { tone: 'amber', text: 'Not yet' },
      sentence: 'This row needs a little more.',
      onward: { href: '/sheet/BRD-2026-016/agreement-a?typed=9%2F9', label: 'Fill it in' },
    },
  ],
  back: { href: '/sheet', label: 'Back to the sheet' },
};
