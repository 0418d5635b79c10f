import type { Posted } from '../http/page-answers.js';
import { counted } from '@linking/words/format.js';
import type { FilledRowView, SheetFilledView } from '../pages/sheet/sheet-filled-page.js';
import type { CellOutcome } from './sheet-cells.js';
import type { SheetStep } from './sheet-steps.js';
import { stepTitle } from './sheet-view-model.js';

/** The rows that were chosen, each with the revision that was seen. */
export function chosenRows(
  body: Posted,
): readonly { readonly ref: string; readonly expectedRevision: string }[] {
  const rows: readonly unknown[] = Array.isArray(body['row']) ? body['row'] : [body['row']];
  return rows.flatMap((row) => {
    const [, ref, expectedRevision] =
      /^([\w-]{1,40}):(\d{1,9})$/.exec(typeof row === 'string' ? row : '') ?? [];
    return ref === undefined || expectedRevision === undefined ? [] : [{ ref, expectedRevision }];
  });
}

export function filledRow(ref: string, step: SheetStep, typed: string, outcome: CellOutcome): FilledRowView {
  const row = { ref, href: `/links/${ref}` };
  const onward = { href: askHref(ref, step, typed), label: 'Fill it in' };
  switch (outcome.kind) {
    case 'saved':
      return {
        ...row,
        result: { tone: 'green', text: 'Saved' },
        sentence: [outcome.sentence, ...outcome.warnings].join(' '),
      };
    case 'nothing':
      return { ...row, result: { tone: 'grey', text: 'As it was' }, sentence: 'The cell says this already.' };
    case 'refused':
      return { ...row, result: { tone: 'red', text: 'Refused' }, sentence: outcome.sentence };
    case 'asks':
      return {
        ...row,
        result: { tone: 'amber', text: 'Not yet' },
        sentence: 'This row needs a little more.',
        onward,
      };
    case 'changed':
      return {
        ...row,
        result: { tone: 'amber', text: 'Not saved' },
        sentence: `Changed by someone else. ${outcome.meanwhile.sentences.join(' ')}`,
        onward: { ...onward, label: 'Look and save again' },
      };
  }
}

/** The page that asks for one cell what the day does not say. */
export const askHref = (ref: string, step: SheetStep, typed: string) =>
  `/sheet/${ref}/${step.key}?${new URLSearchParams({ typed }).toString()}`;

export function filledView(step: SheetStep, typed: string, rows: readonly FilledRowView[]): SheetFilledView {
  const saved = rows.filter(({ result }) => result.text === 'Saved').length;
  return {
    eyebrow: `${stepTitle(step)} · ${typed}`,
    lead:
      rows.length === 0
        ? 'No row was chosen: tick the boxes before the links.'
        : `${saved} of ${counted(rows.length, 'row')} saved.`,
    rows,
    back: { href: '/sheet', label: 'Back to the sheet' },
  };
}
