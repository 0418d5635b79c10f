import type { LinkTo } from '../layout/page-frame.js';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface FieldBase {
  /** Name under which the value is posted; a dot may separate parts, as in `riskAssessment.a`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

export interface TextField extends FieldBase {
  readonly kind: 'text' | 'email' | 'tel' | 'password' | 'number' | 'time';
  readonly autocomplete?: string;
  /** Width in characters of what is usually typed. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
}

/** Words about a meeting or a visit. The hint always asks for no children's names. */
export interface TextAreaField extends FieldBase {
  readonly kind: 'textarea';
  readonly rows?: number;
}

export interface SelectField extends FieldBase {
  readonly kind: 'select';
  readonly options: readonly Option[];
}

export interface ChoiceField extends FieldBase {
  readonly kind: 'radios' | 'checkboxes';
  readonly options: readonly Option[];
  readonly inline?: boolean;
}

/** One box to tick, posted as `yes`. */
export interface TickField extends FieldBase {
  readonly kind: 'tick';
}

/** Three boxes posted as `<name>-day`, `<name>-month`, `<name>-year`. */
export interface DateField extends FieldBase {
  readonly kind: 'date';
}

export interface FileField extends FieldBase {
  readonly kind: 'file';
  /** `.csv` */
  readonly accept?: string;
}

export type SingleField =
  TextField | TextAreaField | SelectField | ChoiceField | TickField | DateField | FileField;

/** Fields that belong together stand side by side where there is room. */
export interface FieldRow {
  readonly kind: 'row';
  readonly fields: readonly SingleField[];
}

export type FormField = SingleField | FieldRow;

/** `field` is a field's name; an error without one is about the form as a whole. */
export interface FormError {
  readonly field?: string;
  readonly message: string;
}

/** Somebody else saved first: what changed, in sentences, while what was typed stays. */
export interface ChangedMeanwhile {
  readonly sentences: readonly string[];
  readonly seeHref: string;
}

/** `action` and `target` where it is sent elsewhere than the form, such as into the frame of a preview. */
export interface MoreSubmit {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly action?: string;
  readonly target?: string;
}

/** A form as data: what it asks, what was typed, what is wrong with it. */
export interface FormView {
  readonly action: string;
  readonly fields: readonly FormField[];
  readonly submitLabel: string;
  readonly submitLook?: 'primary' | 'warning';
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly errors: readonly FormError[];
  readonly csrf: string;
  readonly idempotencyKey: string;
  /** Posted as they are, such as `expectedRevision`. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** Files need `multipart/form-data`. */
  readonly multipart?: boolean;
  readonly changedMeanwhile?: ChangedMeanwhile;
  /** Other ways on, beside the button. */
  readonly also?: readonly (LinkTo & { readonly look: 'secondary' | 'link' })[];
  /** Further buttons of the same form, such as one that asks for another row. */
  readonly moreSubmits?: readonly MoreSubmit[];
  /** Name of a box that no person sees: only programs fill it. */
  readonly trap?: string;
  /** Keeps ids apart when a page has several forms. */
  readonly idPrefix?: string;
}

export const CSRF_FIELD = '_csrf';
export const IDEMPOTENCY_FIELD = 'idempotencyKey';
export const NO_CHILDRENS_NAMES = 'No children’s names.';
