import type { ContactView } from '../agreement/signing-view.js';
import type { OneButtonView } from '../components/button.js';
import type { TagView } from '../components/tag.js';
import type { FormView } from '../forms/form-view.js';
import type { LinkTo } from '../layout/page-frame.js';

export interface PartnerTeacherView {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
}

/** One step of the year. */
export interface YearStepView {
  readonly name: string;
  readonly state: 'done' | 'next' | 'ahead' | 'skipped';
  /** `Thursday 26 November 2026, 10:00 to 14:00`, `by 31 January 2027`. */
  readonly when: string;
  readonly details: readonly string[];
  readonly actions: readonly LinkTo[];
}

export interface RecordedView {
  readonly id: string;
  readonly on: string;
  readonly headline: string;
  readonly details: readonly string[];
  /** `by you`, `by Tom Reeve`. */
  readonly who: string;
}

/** The one thing to do next: done by one of its buttons, or on a page of its own. */
export interface TeacherNextView {
  readonly on?: string;
  readonly sentence: string;
  readonly detail?: string;
  readonly buttons: readonly OneButtonView[];
  readonly onward?: LinkTo;
  readonly also?: LinkTo;
}

/** One class of hers with its partner class. */
export interface TaughtLinkView {
  readonly id: string;
  readonly ref: string;
  readonly heading: string;
  readonly tag?: TagView;
  readonly own: { readonly className: string; readonly school: string };
  readonly partner?: { readonly className: string; readonly school: string };
  readonly next: TeacherNextView;
  /** Work that is due as well. */
  readonly sendToo?: TeacherNextView;
  readonly partnerTeachers: readonly PartnerTeacherView[];
  /** What stands instead while there is nobody to name. */
  readonly partnerNote?: string;
  readonly steps: readonly YearStepView[];
  readonly recorded: readonly RecordedView[];
  readonly somethingWrong: LinkTo;
}

export interface TeacherSessionView {
  readonly id: string;
  readonly on: string;
  readonly title: string;
  readonly when: string;
  readonly tag: TagView;
}

/** A teacher's own page of a year. Nothing is changed by opening it. */
export type TeacherView =
  | {
      readonly state: 'open';
      /** `Bradford · 2026–27`. */
      readonly eyebrow: string;
      readonly name: string;
      readonly links: readonly TaughtLinkView[];
      /** A sentence for each link in which somebody else came in her place. */
      readonly before: readonly string[];
      readonly sessions: readonly TeacherSessionView[];
      /** Her calendar has a secret address of its own, shown when she asks for it. */
      readonly calendar: OneButtonView;
      readonly contacts: readonly ContactView[];
      readonly notice: string;
    }
  | { readonly state: 'expired'; readonly year: string; readonly sendAgain?: OneButtonView }
  | { readonly state: 'sent-again' }
  | {
      readonly state: 'calendar';
      /** To be copied into a calendar program. */
      readonly address: string;
      /** The same, for a program that opens it. */
      readonly webcal: string;
      readonly back: LinkTo;
    }
  | { readonly state: 'not-found' };

/** One thing that she records, asked on a page of its own. */
export interface TeacherFormView {
  readonly title: string;
  readonly eyebrow: string;
  readonly lead?: string;
  readonly form: FormView;
}
