import { chosen, describedBy, errorOf, fieldId, typed } from './field-ids.js';
import { Fieldset, FormGroup, HintAndError, labelWords } from './field-words.js';
import type { ChoiceField, FormView, Option, SelectField, TickField } from './form-view.js';

interface Props<Field> {
  readonly form: FormView;
  readonly field: Field;
}

export function Choices({ form, field }: Props<ChoiceField>) {
  const id = fieldId(form, field.name);
  const error = errorOf(form, field.name);
  const values = chosen(form, field.name);
  const inline = field.inline === true && field.kind === 'radios' ? ' govuk-radios--inline' : '';
  return (
    <Fieldset
      id={id}
      legend={labelWords(field.label, field.optional)}
      hint={field.hint}
      error={error}
      describedBy={describedBy(id, field.hint, error)}
    >
      <div class={`govuk-${field.kind}${inline}${manyClass(field)}`}>
        {field.options.map((option, index) => (
          <Item
            key={option.value}
            kind={field.kind}
            id={`${id}-${index + 1}`}
            name={field.name}
            option={option}
            checked={values.includes(option.value)}
          />
        ))}
      </div>
    </Fieldset>
  );
}

/** A long list of boxes stands in columns. */
const MANY = 6;
const manyClass = ({ kind, options }: ChoiceField) =>
  kind === 'checkboxes' && options.length > MANY ? ' choices-in-columns' : '';

/** One box to tick, without a legend of its own. */
export function Tick({ form, field }: Props<TickField>) {
  const id = fieldId(form, field.name);
  const error = errorOf(form, field.name);
  return (
    <FormGroup error={error}>
      <HintAndError id={id} error={error} />
      <div class="govuk-checkboxes">
        <Item
          kind="checkboxes"
          id={id}
          name={field.name}
          option={{
            value: 'yes',
            label: field.label,
            ...(field.hint === undefined ? {} : { hint: field.hint }),
          }}
          checked={typed(form, field.name) === 'yes'}
          errorId={error === undefined ? undefined : `${id}-error`}
        />
      </div>
    </FormGroup>
  );
}

interface ItemProps {
  readonly kind: 'radios' | 'checkboxes';
  readonly id: string;
  readonly name: string;
  readonly option: Option;
  readonly checked: boolean;
  readonly errorId?: string | undefined;
}

function Item({ kind, id, name, option, checked, errorId }: ItemProps) {
  const hintId = option.hint === undefined ? undefined : `${id}-item-hint`;
  return (
    <div class={`govuk-${kind}__item`}>
      <input
        class={`govuk-${kind}__input`}
        id={id}
        name={name}
        type={kind === 'radios' ? 'radio' : 'checkbox'}
        value={option.value}
        checked={checked}
        aria-describedby={[hintId, errorId].filter(Boolean).join(' ') || undefined}
      />
      <label class={`govuk-label govuk-${kind}__label`} for={id}>
        {option.label}
      </label>
      {hintId !== undefined && (
        <div id={hintId} class={`govuk-hint govuk-${kind}__hint`}>
          {option.hint}
        </div>
      )}
    </div>
  );
}

export function Select({ form, field }: Props<SelectField>) {
  const id = fieldId(form, field.name);
  const error = errorOf(form, field.name);
  const value = typed(form, field.name);
  return (
    <FormGroup error={error}>
      <label class="govuk-label" for={id}>
        {labelWords(field.label, field.optional)}
      </label>
      <HintAndError id={id} hint={field.hint} error={error} />
      <select
        class={`govuk-select${error === undefined ? '' : ' govuk-select--error'}`}
        id={id}
        name={field.name}
        aria-describedby={describedBy(id, field.hint, error)}
      >
        {field.options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
