import type { OneButtonView } from '../components/button.js';
import type { FormView } from '../forms/form-view.js';

export interface CommitmentView {
  /** `Release your teacher for two training sessions`. */
  readonly title: string;
  readonly detail: string;
}

export interface AgreementView {
  /** `Bradford · 2026–27`. */
  readonly eyebrow: string;
  readonly school: string;
  readonly own: { readonly className: string; readonly school: string };
  readonly partner: { readonly className: string; readonly school: string };
  /** `Mr D. Okafor signed for St Aidan’s on 6 July`. */
  readonly partnerSigned?: string;
  readonly commitments: readonly CommitmentView[];
  /** Teacher, training dates, number of pupils, the two journeys and who pays. */
  readonly facts: readonly { readonly key: string; readonly value: string }[];
  /** `Risk assessment and safeguarding stay with your school.` */
  readonly beneath: string;
}

export interface ContactView {
  readonly name: string;
  readonly email: string;
}

/** What a one-time address shows. Nothing is changed by opening it. */
export type SigningView =
  | {
      readonly state: 'open';
      readonly agreement: AgreementView;
      readonly form: FormView;
      /** `This page is only for Mrs J. Ashdown and works until 18 September.` */
      readonly notice: string;
      /** `I sign for her` opens the same page with name and role asked; or the way back. */
      readonly otherSigner?: { readonly href: string; readonly label: string };
      /** Where the school says that it does not sign. */
      readonly declineHref: string;
      readonly contact: ContactView;
    }
  | {
      readonly state: 'signed';
      readonly agreement: AgreementView;
      /** `This agreement was already signed by the headteacher on 9 September.` */
      readonly sentence: string;
      readonly copy: string;
      /** Where a new head takes back what was signed before her. */
      readonly revokeHref?: string;
      readonly contact: ContactView;
    }
  | AnswerView
  | { readonly state: 'declined'; readonly sentence: string; readonly contact: ContactView }
  | { readonly state: 'expired'; readonly sendAgain: OneButtonView; readonly contact?: ContactView }
  | { readonly state: 'sent-again'; readonly contact?: ContactView }
  | { readonly state: 'revoked'; readonly sentence: string; readonly contact?: ContactView }
  | { readonly state: 'not-found' };

/** A school declines, or takes its signature back. */
export interface AnswerView {
  readonly state: 'answer';
  readonly school: string;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly form: FormView;
  readonly contact: ContactView;
}

/** After signing. */
export interface SignedView {
  readonly agreement: AgreementView;
  readonly headline: string;
  /** `Agreement BRD-2026-014, text 2026-1`. */
  readonly copy: string;
  /** What happens next, one sentence each. */
  readonly next: readonly string[];
  readonly contact: ContactView;
}
