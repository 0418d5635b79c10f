import { Button } from '../components/button.js';
import { Card } from '../components/card.js';
import { Select } from '../forms/choice-field.js';
import { errorOf, fieldId, typed } from '../forms/field-ids.js';
import { HintAndError } from '../forms/field-words.js';
import type { FormView, SelectField, TextField } from '../forms/form-view.js';
import { TextBox } from '../forms/text-field.js';
import { CsrfField, HiddenFields, IdempotencyField } from '../forms/hidden-fields.js';
import type { AttendanceView } from './training-view.js';

const ANSWERS = [
  { value: 'came', label: 'Came' },
  { value: 'missed', label: 'Missed it' },
];

/**
 * For a phone at the door: a tap a teacher, one button for all. The reason shows beneath who missed it, the
 * minutes beneath who came, by style alone.
 */
export function AttendanceRegister({ view }: { readonly view: AttendanceView }) {
  const { form, teachers } = view;
  return (
    <Card title="Who came?">
      <p class="muted">{view.progress}</p>
      <form method="post" action={form.action} class="form register" noValidate>
        <CsrfField csrf={form.csrf} />
        <IdempotencyField idempotencyKey={form.idempotencyKey} />
        <HiddenFields fields={form.hidden ?? {}} />
        {teachers.map((teacher) => (
          <Teacher key={teacher.id} form={form} teacher={teacher} />
        ))}
        <div class="register__save">
          <Button>{form.submitLabel}</Button>
        </div>
      </form>
    </Card>
  );
}

function Teacher({
  form,
  teacher,
}: {
  readonly form: FormView;
  readonly teacher: AttendanceView['teachers'][number];
}) {
  const name = `answer.${teacher.id}`;
  const id = fieldId(form, name);
  const error = errorOf(form, name);
  const reason = form.fields.find(
    (field): field is SelectField => field.kind === 'select' && field.name === `reason.${teacher.id}`,
  );
  const minutes = form.fields.find(
    (field): field is TextField => field.kind === 'number' && field.name === `minutes.${teacher.id}`,
  );
  return (
    <fieldset class="register__teacher" aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend class="register__who">
        {teacher.name}
        <span class="lines__small">{teacher.school}</span>
      </legend>
      <HintAndError id={id} error={error} />
      <div class="register__answers">
        {ANSWERS.map(({ value, label }, index) => (
          <div key={value} class="register__answer">
            <input
              class="register__input"
              type="radio"
              id={`${id}-${index + 1}`}
              name={name}
              value={value}
              checked={typed(form, name) === value}
            />
            <label class={`register__tap register__tap--${value}`} for={`${id}-${index + 1}`}>
              {label}
            </label>
          </div>
        ))}
      </div>
      {reason && (
        <div class="register__reason">
          <Select form={form} field={reason} />
        </div>
      )}
      {minutes && (
        <details
          class="register__part"
          open={typed(form, minutes.name) !== '' || errorOf(form, minutes.name) !== undefined}
        >
          <summary class="register__part-ask">Only for part of it?</summary>
          <TextBox form={form} field={minutes} />
        </details>
      )}
    </fieldset>
  );
}
