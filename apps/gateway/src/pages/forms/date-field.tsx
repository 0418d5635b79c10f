import { describedBy, errorOf, fieldId, typed } from './field-ids.js';
import { Fieldset, labelWords } from './field-words.js';
import type { DateField, FormView } from './form-view.js';

const PARTS = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const;

/** Day, month, year in this order, because a browser's own date box follows the browser's country. */
export function DateBoxes({ form, field }: { readonly form: FormView; readonly field: DateField }) {
  const id = fieldId(form, field.name);
  const error = errorOf(form, field.name);
  const hint = field.hint;
  return (
    <Fieldset
      id={id}
      legend={labelWords(field.label, field.optional)}
      hint={hint}
      error={error}
      describedBy={describedBy(id, hint, error)}
    >
      <div class="govuk-date-input" id={id}>
        {PARTS.map(({ part, label, width }) => (
          <div key={part} class="govuk-date-input__item">
            <label class="govuk-label govuk-date-input__label" for={`${id}-${part}`}>
              {label}
            </label>
            <input
              class={`govuk-input govuk-date-input__input govuk-input--width-${width}${error === undefined ? '' : ' govuk-input--error'}`}
              id={`${id}-${part}`}
              name={`${field.name}-${part}`}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              value={typed(form, `${field.name}-${part}`)}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  );
}

/** The three boxes' values for a day, to fill a form's `values`. */
export function dateValues(name: string, day: string): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-');
  return {
    [`${name}-day`]: date === '' ? '' : String(Number(date)),
    [`${name}-month`]: month === '' ? '' : String(Number(month)),
    [`${name}-year`]: year,
  };
}
