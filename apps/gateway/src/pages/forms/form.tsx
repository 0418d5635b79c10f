import { Button, ButtonLink } from '../components/button.js';
import { Choices, Select, Tick } from './choice-field.js';
import { DateBoxes } from './date-field.js';
import type { ChangedMeanwhile, FormField, FormView, SingleField } from './form-view.js';
import { CsrfField, HiddenFields, IdempotencyField } from './hidden-fields.js';
import { FileBox, TextArea, TextBox } from './text-field.js';

/** A whole form, without its error summary: that belongs at the top of the page. */
export function Form({ form }: { readonly form: FormView }) {
  return (
    <form
      method="post"
      action={form.action}
      class="form"
      encType={form.multipart === true ? 'multipart/form-data' : undefined}
      noValidate
    >
      <CsrfField csrf={form.csrf} />
      <IdempotencyField idempotencyKey={form.idempotencyKey} />
      <HiddenFields fields={form.hidden ?? {}} />
      {form.trap !== undefined && <Trap name={form.trap} />}
      {form.changedMeanwhile && <Changed changed={form.changedMeanwhile} />}
      {form.fields.map((field, index) => (
        <FieldOrRow key={index} form={form} field={field} />
      ))}
      <div class="form__buttons">
        <Button look={form.submitLook ?? 'primary'}>{form.submitLabel}</Button>
        {(form.moreSubmits ?? []).map(({ label, ...submit }) => (
          <Button key={submit.value} look="secondary" {...submit}>
            {label}
          </Button>
        ))}
        {(form.also ?? []).map((way) => (
          <ButtonLink key={way.href} href={way.href} look={way.look}>
            {way.label}
          </ButtonLink>
        ))}
      </div>
    </form>
  );
}

/** Off the page, and passed over by the keyboard and by screen readers. */
function Trap({ name }: { readonly name: string }) {
  return (
    <div class="form__trap" aria-hidden="true">
      <label for={`${name}-trap`}>Leave this empty</label>
      <input id={`${name}-trap`} name={name} type="text" tabIndex={-1} autocomplete="off" />
    </div>
  );
}

function FieldOrRow({ form, field }: { readonly form: FormView; readonly field: FormField }) {
  if (field.kind !== 'row') return <Field form={form} field={field} />;
  return (
    <div class="form__row">
      {field.fields.map((one) => (
        <Field key={one.name} form={form} field={one} />
      ))}
    </div>
  );
}

export function Field({ form, field }: { readonly form: FormView; readonly field: SingleField }) {
  switch (field.kind) {
    case 'text':
    case 'email':
    case 'tel':
    case 'password':
    case 'number':
    case 'time':
      return <TextBox form={form} field={field} />;
    case 'textarea':
      return <TextArea form={form} field={field} />;
    case 'file':
      return <FileBox form={form} field={field} />;
    case 'select':
      return <Select form={form} field={field} />;
    case 'radios':
    case 'checkboxes':
      return <Choices form={form} field={field} />;
    case 'tick':
      return <Tick form={form} field={field} />;
    case 'date':
      return <DateBoxes form={form} field={field} />;
  }
}

function Changed({ changed }: { readonly changed: ChangedMeanwhile }) {
  return (
    <div class="flash flash--amber" role="status">
      <p class="flash__text">Changed by someone else while you were typing. What you typed is still here.</p>
      <ul class="flash__more">
        {changed.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <a href={changed.seeHref} class="link">
        See the link as it is now
      </a>
    </div>
  );
}
