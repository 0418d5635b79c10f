import { firstBoxId, singleFields } from './field-ids.js';
import type { FormError, FormView } from './form-view.js';

export function ErrorSummary({ form }: { readonly form: FormView }) {
  if (form.errors.length === 0) return null;
  return (
    <div class="govuk-error-summary" data-error-summary="" tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">There is a problem</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {form.errors.map((error) => (
              <li key={`${error.field ?? ''}${error.message}`}>
                <ErrorWords form={form} error={error} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

function ErrorWords({ form, error }: { readonly form: FormView; readonly error: FormError }) {
  const field = singleFields(form.fields).find((one) => one.name === error.field);
  return field === undefined ? (
    <span class="error-words">{error.message}</span>
  ) : (
    <a href={`#${firstBoxId(form, field)}`}>{error.message}</a>
  );
}
