import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { LinkNames } from '@linking/application/links/link-names.js';
import type { SeenLink } from '../links/link-reader.js';
import { FormPiece } from '../pages/forms/form-page.js';
import { SheetRow } from '../pages/sheet/sheet-table.js';
import type { CellOutcome } from './sheet-cells.js';
import { sheetRow } from './sheet-view-model.js';

/** What the script of the sheet is told of a cell. Pieces of pages are drawn here only, as they are everywhere else. */
export interface CellAnswer {
  readonly kind: 'saved' | 'refused' | 'asks' | 'changed';
  readonly tone: 'green' | 'amber';
  readonly sentences: readonly string[];
  /** The row as it is now. */
  readonly row?: string;
  readonly form?: string;
}

export function cellAnswer(outcome: CellOutcome, seen: SeenLink, names: LinkNames): CellAnswer {
  const row = renderToString(h(SheetRow, { row: sheetRow(seen.link, names, seen.today, true) }));
  switch (outcome.kind) {
    case 'saved': {
      const { sentence, warnings } = outcome;
      return {
        kind: 'saved',
        tone: warnings.length > 0 ? 'amber' : 'green',
        sentences: [sentence, ...warnings],
        row,
      };
    }
    case 'nothing':
      return { kind: 'saved', tone: 'green', sentences: ['The cell says this already.'], row };
    case 'refused':
      return { kind: 'refused', tone: 'amber', sentences: [outcome.sentence] };
    case 'changed': {
      const sentences = [
        'Changed by someone else. What you typed is still here.',
        ...outcome.meanwhile.sentences,
      ];
      return { kind: 'changed', tone: 'amber', sentences, row };
    }
    case 'asks': {
      const { page } = outcome;
      const form = renderToString(h(FormPiece, { view: { ...page, form: { ...page.form, also: [] } } }));
      return { kind: 'asks', tone: 'amber', sentences: [], form };
    }
  }
}
