import { describedBy, errorOf, fieldId, typed } from './field-ids.js';
import { FormGroup, HintAndError, labelWords } from './field-words.js';
import {
  type FileField,
  type FormView,
  NO_CHILDRENS_NAMES,
  type TextAreaField,
  type TextField,
} from './form-view.js';

interface Props<Field> {
  readonly form: FormView;
  readonly field: Field;
}

export function TextBox({ form, field }: Props<TextField>) {
  const id = fieldId(form, field.name);
  const error = errorOf(form, field.name);
  return (
    <FormGroup error={error}>
      <label class="govuk-label" for={id}>
        {labelWords(field.label, field.optional)}
      </label>
      <HintAndError id={id} hint={field.hint} error={error} />
      <Box form={form} field={field} />
    </FormGroup>
  );
}

/** Numbers and times are typed as text: a browser's own number box swallows letters and scrolls away figures. */
function Box({ form, field }: Props<TextField>) {
  const id = fieldId(form, field.name);
  const error = errorOf(form, field.name);
  const width = field.width === undefined ? '' : ` govuk-input--width-${field.width}`;
  const common = {
    class: `govuk-input${width}${error === undefined ? '' : ' govuk-input--error'}`,
    id,
    name: field.name,
    autocomplete: field.autocomplete,
    'aria-describedby': describedBy(id, field.hint, error),
  };
  const value = typed(form, field.name);
  switch (field.kind) {
    case 'text':
    case 'time':
      return <input {...common} type="text" value={value} />;
    case 'number':
      return <input {...common} type="text" inputMode="numeric" value={value} />;
    case 'email':
      return <input {...common} type="email" spellcheck={false} value={value} />;
    case 'tel':
      return <input {...common} type="tel" value={value} />;
    case 'password':
      return <input {...common} type="password" />;
  }
}

export function TextArea({ form, field }: Props<TextAreaField>) {
  const id = fieldId(form, field.name);
  const error = errorOf(form, field.name);
  const hint = field.hint === undefined ? NO_CHILDRENS_NAMES : `${field.hint} ${NO_CHILDRENS_NAMES}`;
  return (
    <FormGroup error={error}>
      <label class="govuk-label" for={id}>
        {labelWords(field.label, field.optional)}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      <textarea
        class={`govuk-textarea${error === undefined ? '' : ' govuk-textarea--error'}`}
        id={id}
        name={field.name}
        rows={field.rows ?? 3}
        aria-describedby={describedBy(id, hint, error)}
      >
        {typed(form, field.name)}
      </textarea>
    </FormGroup>
  );
}

export function FileBox({ form, field }: Props<FileField>) {
  const id = fieldId(form, field.name);
  const error = errorOf(form, field.name);
  return (
    <FormGroup error={error}>
      <label class="govuk-label" for={id}>
        {labelWords(field.label, field.optional)}
      </label>
      <HintAndError id={id} hint={field.hint} error={error} />
      <input
        class={`govuk-file-upload${error === undefined ? '' : ' govuk-file-upload--error'}`}
        id={id}
        name={field.name}
        type="file"
        accept={field.accept}
        aria-describedby={describedBy(id, field.hint, error)}
      />
    </FormGroup>
  );
}
