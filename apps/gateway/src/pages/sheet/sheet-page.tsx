import { Button, ButtonLink } from '../components/button.js';
import { EmptyState } from '../components/empty-state.js';
import { FilterBar } from '../components/filter-bar.js';
import { PageHeading } from '../components/page-heading.js';
import { CsrfField, IdempotencyField } from '../forms/hidden-fields.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import { FILL_FORM, SheetTable } from './sheet-table.js';
import type { SheetFillView, SheetView } from './sheet-view.js';

/** All links of a year as one sheet: a date typed in a cell is the command. */
export function SheetPage({ frame, view }: { readonly frame: PageFrame; readonly view: SheetView }) {
  const { fill } = view;
  return (
    <Layout frame={frame} title="Sheet" script={frame.assets.sheetScript}>
      <PageHeading eyebrow={view.eyebrow} heading="Sheet" lead={view.lead}>
        <span class="sheet__ways">
          <ButtonLink href={view.list.href} look="link">
            {view.list.label}
          </ButtonLink>
          <a href={view.copy.href} class="button button--secondary" download="">
            {view.copy.label}
          </a>
        </span>
      </PageHeading>
      <FilterBar view={view.filters} />
      {fill && view.rows.length > 0 && <FillForm fill={fill} />}
      {fill && (
        <p class="sheet__status" role="status" data-sheet-status="">
          {' '}
        </p>
      )}
      {view.rows.length === 0 ? (
        <section class="card card--table" aria-label="The sheet">
          <EmptyState view={view.empty} />
        </section>
      ) : (
        <SheetTable view={view} />
      )}
      {view.more !== undefined && <p class="muted">{view.more}</p>}
      <Legend writable={fill !== undefined} />
      <template data-sheet-said="">
        <table>
          <tr class="sheet__message">
            <td>
              <div class="sheet__said">
                <strong></strong> <span></span> <button type="button" class="button button--link"></button>{' '}
                <button type="button" class="button button--link">
                  Leave it
                </button>
              </div>
            </td>
          </tr>
        </table>
      </template>
      <dialog class="sheet__dialog card" data-sheet-dialog="" aria-label="A little more is needed">
        <div data-sheet-asks=""></div>
        <form method="dialog">
          <button class="button button--link">Not now</button>
        </form>
      </dialog>
    </Layout>
  );
}

/** One date for one step of several rows. */
function FillForm({ fill }: { readonly fill: SheetFillView }) {
  return (
    <form method="post" action={fill.action} id={FILL_FORM} class="sheet__fill" data-sheet-fill="">
      <CsrfField csrf={fill.csrf} />
      <IdempotencyField idempotencyKey={fill.idempotencyKey} />
      <p class="sheet__chosen" data-chosen="">
        For the rows that are chosen
      </p>
      <div>
        <label class="filter-bar__label" for="fill-step">
          Step
        </label>
        <select class="govuk-select" id="fill-step" name="step">
          {fill.steps.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label class="filter-bar__label" for="fill-typed">
          Date
        </label>
        <input
          class="govuk-input govuk-input--width-10"
          id="fill-typed"
          name="typed"
          type="text"
          autoComplete="off"
        />
      </div>
      <div>
        <label class="filter-bar__label" for="fill-minutes">
          Minutes, for training
        </label>
        <input
          class="govuk-input govuk-input--width-4"
          id="fill-minutes"
          name="minutes"
          type="text"
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
      <Button look="secondary">Fill in</Button>
    </form>
  );
}

function Legend({ writable }: { readonly writable: boolean }) {
  return (
    <section class="sheet__legend" aria-label="How to read the sheet">
      <ul class="sheet__looks">
        <li>
          <span class="sheet__sample sheet__cell--done">9 Sept</span> done
        </li>
        <li>
          <span class="sheet__sample sheet__cell--planned">26 Nov</span> planned
        </li>
        <li>
          <span class="sheet__sample sheet__cell--skipped">–</span> skipped; the reason shows when you point
          at it
        </li>
        <li>
          <span class="sheet__sample sheet__cell--soon">due</span> due within two weeks
        </li>
        <li>
          <span class="sheet__sample sheet__cell--late">overdue</span> the target is past
        </li>
      </ul>
      {writable && (
        <p class="muted">
          Type a day such as 27/11, 27 Nov, 27.11.2026 or today. A later day plans a meeting. A dash skips a
          step; typing over a day corrects it; clearing the cell takes the entry back. Arrow keys move, Enter
          edits and saves, Escape leaves a cell as it was. “Row” opens one link as a form.
        </p>
      )}
    </section>
  );
}
