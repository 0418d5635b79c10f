import { Tags } from '../components/tag.js';
import type { SheetCellView, SheetRowView, SheetView } from './sheet-view.js';

/** The form that fills one date into the rows that are chosen; their boxes belong to it from where they stand. */
export const FILL_FORM = 'sheet-fill';

/** A row a link, a column a step. It scrolls in itself; its head and first column stay. */
export function SheetTable({ view }: { readonly view: SheetView }) {
  const { fill, headings, letters, rows } = view;
  return (
    <div class="sheet__scroller" role="region" aria-label="The sheet" tabIndex={0}>
      <table
        class="sheet"
        data-sheet=""
        {...(fill === undefined
          ? {}
          : { 'data-writable': '', 'data-csrf': fill.csrf, 'data-key': fill.idempotencyKey })}
      >
        <caption class="govuk-visually-hidden">Links and their steps</caption>
        <thead class="sheet__head">
          <tr>
            <th scope="col" rowSpan={2} class="sheet__link">
              {fill && <Box id="choose-all" label="Choose all links" all />}
              Link
            </th>
            {headings.map(({ text, span }) => (
              <th
                key={text}
                scope={span === 1 ? 'col' : 'colgroup'}
                colSpan={span}
                rowSpan={span === 1 ? 2 : 1}
                class="sheet__heading"
              >
                {text}
              </th>
            ))}
          </tr>
          <tr>
            {letters.map((letter, index) =>
              letter === '' ? null : (
                <th key={index} scope="col" class="sheet__letter">
                  {letter}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SheetRow key={row.ref} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function SheetRow({ row }: { readonly row: SheetRowView }) {
  const { ref, href, formHref, sides, tags } = row;
  return (
    <tr data-ref={ref} data-revision={row.revision}>
      <th scope="row" class="sheet__link">
        <span class="sheet__ref">
          {formHref !== undefined && (
            <Box id={`choose-${ref}`} label={`Choose ${ref}`} value={`${ref}:${row.revision}`} />
          )}
          <a href={href} class="link link--ref">
            {ref}
          </a>
          {formHref !== undefined && (
            <a href={formHref} class="link sheet__form" aria-label={`Fill in the row ${ref}`}>
              Row
            </a>
          )}
        </span>
        {sides.map((side, index) => (
          <span key={index} class="sheet__side" title={`${side.school}, ${side.class}`}>
            <abbr class="sheet__abbr">{index === 0 ? 'A' : 'B'}</abbr> {side.school}
            <span class="muted">, {side.class}</span>
          </span>
        ))}
        <Tags tags={tags} />
      </th>
      {row.cells.map((cell) => (
        <SheetCell key={cell.step} cell={cell} />
      ))}
    </tr>
  );
}

function SheetCell({ cell }: { readonly cell: SheetCellView }) {
  const { step, label, look, day, word, text, title, fixed } = cell;
  return (
    <td
      class={`sheet__cell sheet__cell--${look}`}
      data-step={step}
      data-label={label}
      data-text={text === '' ? undefined : text}
      data-fixed={fixed ? '' : undefined}
      title={title}
    >
      {day !== '' && <span class="sheet__day">{day}</span>}
      {word !== undefined && (
        <span class={look === 'skipped' || look === 'done' ? 'govuk-visually-hidden' : 'sheet__word'}>
          {word}
        </span>
      )}
    </td>
  );
}

interface BoxProps {
  readonly id: string;
  readonly label: string;
  readonly value?: string;
  readonly all?: boolean;
}

function Box({ id, label, value, all = false }: BoxProps) {
  return (
    <span class={all ? 'sheet__box sheet__box--all' : 'sheet__box'}>
      <input
        type="checkbox"
        id={id}
        form={FILL_FORM}
        {...(all ? { 'data-all': '' } : { name: 'row', value })}
      />
      <label for={id} class="govuk-visually-hidden">
        {label}
      </label>
    </span>
  );
}
