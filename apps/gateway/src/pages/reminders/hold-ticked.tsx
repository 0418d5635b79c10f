import { Button } from '../components/button.js';
import { CsrfField, HiddenFields, IdempotencyField } from '../forms/hidden-fields.js';
import type { HoldTickedView } from './reminders-view.js';

/** The boxes stand beside the mails, and belong to this form by its id. */
export const TICKED_FORM = 'hold-ticked';

/** Holds the mails of a day that are ticked. */
export function HoldTicked({ hold }: { readonly hold: HoldTickedView }) {
  return (
    <form method="post" action={hold.action} id={TICKED_FORM} class="hold-ticked">
      <CsrfField csrf={hold.csrf} />
      <IdempotencyField idempotencyKey={hold.idempotencyKey} />
      <HiddenFields fields={hold.hidden} />
      <label class="filter-bar__label" for="hold-reason">
        Why are the ticked mails to wait?
      </label>
      <span class="hold-ticked__ways">
        <select class="govuk-select" id="hold-reason" name="reasonCode">
          {hold.reasons.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <Button look="secondary">Hold these mails</Button>
      </span>
    </form>
  );
}
