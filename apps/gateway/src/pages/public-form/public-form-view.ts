import type { OneButtonView } from '../components/button.js';
import type { SummaryRow } from '../components/summary-list.js';
import type { FormView } from '../forms/form-view.js';

/** Whom to write to. */
export interface WriteToView {
  /** `Schools Linking Bradford`. */
  readonly name: string;
  readonly email: string;
}

/** A school of the register, as everybody may know it. */
export interface FoundSchoolView {
  readonly urn: string;
  readonly name: string;
  /** `Keighley · BD21 3QA · URN 900014`. */
  readonly place: string;
  /** What is said of one that has closed; it cannot be chosen. */
  readonly closed?: string;
}

export interface FindSchoolView {
  readonly state: 'find';
  readonly q: string;
  readonly schools: readonly FoundSchoolView[];
  /** More match than are shown. */
  readonly more: boolean;
  /** Why there is none, or why the chosen one cannot be taken. */
  readonly problem?: string;
  readonly writeTo?: WriteToView;
  /** What was typed before another school was looked for. */
  readonly carried: Readonly<Record<string, string | readonly string[]>>;
  readonly csrf: string;
  readonly idempotencyKey: string;
}

/** The public form, a page a state. */
export type PublicFormView =
  /** No programme has turned it on, or no mail can be sent. */
  | { readonly state: 'not-in-use'; readonly writeTo: WriteToView }
  | FindSchoolView
  | {
      readonly state: 'form';
      readonly school: FoundSchoolView;
      /** Who gets it, when that is not the programme of the area. */
      readonly notice?: string;
      readonly form: FormView;
    }
  | {
      readonly state: 'sent';
      readonly validDays: number;
      /** In the demonstration, where no mail leaves the machine: what its button would open. */
      readonly demonstration?: { readonly href?: string };
    };

/** What the address in the mail shows. Nothing is changed by opening it. */
export type ConfirmView =
  | {
      readonly state: 'open';
      readonly eyebrow: string;
      readonly school: string;
      readonly facts: readonly SummaryRow[];
      /** Why it could not be recorded. */
      readonly problem?: string;
      readonly confirm: OneButtonView;
    }
  | {
      readonly state: 'recorded' | 'known';
      readonly heading: string;
      readonly sentences: readonly string[];
      readonly writeTo: WriteToView;
    }
  | { readonly state: 'expired'; readonly sendAgain: OneButtonView }
  | { readonly state: 'sent-again' }
  | { readonly state: 'not-found' };
