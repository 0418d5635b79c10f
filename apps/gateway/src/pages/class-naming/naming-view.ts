import type { ContactView } from '../agreement/signing-view.js';
import type { OneButtonView } from '../components/button.js';
import type { FormView } from '../forms/form-view.js';

/** What the address in the mail "Who is your linking teacher?" shows. Opening it changes nothing. */
export type NamingView =
  | {
      readonly state: 'open';
      /** `Bradford · 2026–27`. */
      readonly eyebrow: string;
      /** `Your Year 4 class is linked with 4 Ash of Hill Top Academy.` */
      readonly lead: string;
      readonly form: FormView;
      /** `This page is only for Mrs J. Ashdown and works until 30 September.` */
      readonly notice: string;
      readonly contact: ContactView;
    }
  | {
      readonly state: 'named';
      readonly eyebrow: string;
      /** `Saira Malik teaches 4 Oak, 28 pupils.` */
      readonly sentence: string;
      readonly contact: ContactView;
    }
  | { readonly state: 'expired'; readonly sendAgain: OneButtonView; readonly contact: ContactView }
  | { readonly state: 'sent-again'; readonly contact: ContactView }
  | { readonly state: 'over'; readonly contact: ContactView }
  | { readonly state: 'not-found' };
