import type { ContactView } from '../agreement/signing-view.js';
import type { OneButtonView } from '../components/button.js';
import type { FormView } from '../forms/form-view.js';

/** The other class, and why it may be the right partner. */
export interface OfferView {
  /** `Bradford · 2026–27`. */
  readonly eyebrow: string;
  readonly title: string;
  readonly pair: {
    readonly own: { readonly className: string; readonly school: string };
    readonly partner: { readonly className: string; readonly school: string };
  };
  readonly lead: string;
  readonly facts: readonly { readonly key: string; readonly value: string }[];
  readonly reasons: readonly string[];
  readonly askedTitle: string;
  readonly askedLead: string;
  readonly asked: readonly string[];
}

/** What the address of a proposal shows. Nothing is changed by opening it. */
export type ProposalView =
  | {
      readonly state: 'open';
      readonly offer: OfferView;
      readonly yes: OneButtonView;
      readonly noHref: string;
      /** `This page is only for Mrs J. Ashdown and works until 18 September.` */
      readonly notice: string;
      readonly contact: ContactView;
    }
  | NoView
  | {
      readonly state: 'accepted';
      readonly offer: OfferView;
      readonly sentence: string;
      readonly next: readonly string[];
      readonly contact: ContactView;
    }
  | { readonly state: 'declined'; readonly sentence: string; readonly contact: ContactView }
  | { readonly state: 'paused'; readonly contact: ContactView }
  | { readonly state: 'ended'; readonly sentence: string; readonly contact: ContactView }
  | { readonly state: 'expired'; readonly sendAgain: OneButtonView; readonly contact: ContactView }
  | { readonly state: 'sent-again'; readonly contact: ContactView }
  | { readonly state: 'not-found' };

/** A headteacher says no, with a reason and whether she wants another partner. */
export interface NoView {
  readonly state: 'no';
  readonly school: string;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly form: FormView;
  readonly contact: ContactView;
}
