import type { FormField, FormView, SingleField } from './form-view.js';

export function fieldId(form: FormView, name: string): string {
  return `${form.idPrefix === undefined ? '' : `${form.idPrefix}-`}${name.replaceAll('.', '-')}`;
}

/** The id of the first box of a field: where an error summary leads. */
export function firstBoxId(form: FormView, field: SingleField): string {
  const id = fieldId(form, field.name);
  switch (field.kind) {
    case 'date':
      return `${id}-day`;
    case 'radios':
    case 'checkboxes':
      return `${id}-1`;
    case 'text':
    case 'email':
    case 'tel':
    case 'password':
    case 'number':
    case 'time':
    case 'textarea':
    case 'select':
    case 'tick':
    case 'file':
      return id;
  }
}

export function singleFields(fields: readonly FormField[]): readonly SingleField[] {
  return fields.flatMap((field) => (field.kind === 'row' ? field.fields : [field]));
}

export function errorOf(form: FormView, name: string): string | undefined {
  return form.errors.find((error) => error.field === name)?.message;
}

export function typed(form: FormView, name: string): string {
  const value = form.values[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

export function chosen(form: FormView, name: string): readonly string[] {
  const value = form.values[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** Value of `aria-describedby`: the hint and the error that stand with a field. */
export function describedBy(
  id: string,
  hint: string | undefined,
  error: string | undefined,
): string | undefined {
  const ids = [hint === undefined ? [] : [`${id}-hint`], error === undefined ? [] : [`${id}-error`]].flat();
  return ids.length === 0 ? undefined : ids.join(' ');
}
