import type { LinkNames } from '@linking/application/links/link-names.js';
import type { SeenLink } from '../links/link-reader.js';
import { capital, listText, sideText } from '@linking/words/link-terms.js';
import type { FormParts } from '../links/forms/command-form-view.js';
import type { FormError, FormField, TextField } from '../pages/forms/form-view.js';
import type { SheetCellView } from '../pages/sheet/sheet-view.js';
import type { SheetRowPageView } from '../pages/sheet/sheet-row-page.js';
import { askHref } from './filled-view-model.js';
import type { CellOutcome } from './sheet-cells.js';
import { sheetSteps, type SheetStep } from './sheet-steps.js';
import { sheetRow, stepTitle } from './sheet-view-model.js';

/** A row that comes back: what was typed, and what became of each cell. */
export interface RowSentBack {
  readonly texts: Readonly<Record<string, string>>;
  readonly outcomes: readonly (readonly [SheetStep, string, CellOutcome])[];
}

const boxOf = (key: string) => `cell.${key}`;
const wasOf = (key: string) => `was.${key}`;

/** The cells of a posted row that say something else than they did. */
export const typedCells = (
  texts: Readonly<Record<string, string>>,
): readonly (readonly [SheetStep, string])[] =>
  sheetSteps.flatMap((step) => {
    const [typed, was = ''] = [texts[boxOf(step.key)], texts[wasOf(step.key)]];
    return typed === undefined || typed.trim() === was ? [] : [[step, typed.trim()] as const];
  });

export function rowPageView(
  { link, today }: SeenLink,
  names: LinkNames,
  parts: FormParts,
  sentBack: RowSentBack = { texts: {}, outcomes: [] },
): SheetRowPageView {
  const row = sheetRow(link, names, today, true);
  const cells = row.cells.filter(({ fixed }) => !fixed);
  const { outcomes } = sentBack;
  const kept = new Map(
    outcomes.flatMap(([step, typed, { kind }]) => (kind === 'saved' ? [] : [[step.key, typed]])),
  );
  const changed = outcomes.flatMap(([, , outcome]) =>
    outcome.kind === 'changed' ? [outcome.meanwhile] : [],
  )[0];
  return {
    ref: link.ref,
    eyebrow: listText([sideText(link, 'a', names), sideText(link, 'b', names)]),
    saved: outcomes.flatMap(([, , outcome]) =>
      outcome.kind === 'saved' ? [outcome.sentence, ...outcome.warnings] : [],
    ),
    asks: outcomes.flatMap(([step, typed, { kind }]) =>
      kind === 'asks'
        ? [{ href: askHref(link.ref, step, typed), label: `${stepTitle(step)}: ${typed}` }]
        : [],
    ),
    form: {
      ...parts,
      action: `/sheet/${link.ref}`,
      fields: rowFields(cells),
      values: Object.fromEntries(cells.map(({ step, text }) => [boxOf(step), kept.get(step) ?? text])),
      hidden: {
        expectedRevision: String(link.revision),
        ...Object.fromEntries(cells.map(({ step, text }) => [wasOf(step), text])),
      },
      errors: outcomes.flatMap(([step, , outcome]): readonly FormError[] => {
        const field = boxOf(step.key);
        if (outcome.kind === 'refused') return [{ field, message: outcome.sentence }];
        return outcome.kind === 'changed'
          ? [{ field, message: 'This was not saved: look at what changed, and save again' }]
          : [];
      }),
      ...(changed === undefined ? {} : { changedMeanwhile: changed }),
      submitLabel: 'Save the row',
      also: [
        { href: '/sheet', label: 'Back to the sheet', look: 'secondary' },
        { href: `/links/${link.ref}`, label: 'Open the link', look: 'link' },
      ],
    },
  };
}

/** The two sides of a step stand side by side, and so do the meetings. */
function rowFields(cells: readonly SheetCellView[]): readonly FormField[] {
  const groupOf = ({ step }: SheetCellView) => step.split('-')[0];
  const groups = [...new Set(cells.map(groupOf))];
  return groups.map((group): FormField => ({
    kind: 'row',
    fields: cells.filter((cell) => groupOf(cell) === group).map(cellBox),
  }));
}

const cellBox = ({ step, label, word, look }: SheetCellView): TextField => ({
  kind: 'text',
  name: boxOf(step),
  label,
  width: 10,
  ...(word === undefined || look === 'done' ? {} : { hint: capital(word) }),
});
