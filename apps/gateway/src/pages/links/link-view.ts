import type { SummaryRow } from '../components/summary-list.js';
import type { TagView } from '../components/tag.js';
import type { FormView } from '../forms/form-view.js';
import type { LinkTo } from '../layout/page-frame.js';
import type { HistoryEntryView } from './history-list.js';
import type { StageView } from './stepper.js';
import type { TimeBarView } from './time-bar.js';

export interface NextActionView {
  /** `Next: first meeting`. */
  readonly title: string;
  /** Sentences before the form. */
  readonly sentences: readonly string[];
  readonly form: FormView;
}

/** A milestone passed over without a fact: `Training: nothing recorded for Saira Malik`. */
export interface GapView {
  readonly sentence: string;
  readonly action?: LinkTo;
}

/** Several of them under one heading. */
export interface GapsView {
  readonly title: string;
  readonly gaps: readonly GapView[];
}

/** Another link that this one continues or goes on as. */
export interface ConnectionView {
  /** `Continues from` */
  readonly before: string;
  readonly ref: string;
  /** Absent for whoever may not see it. */
  readonly href?: string;
  readonly after: string;
}

export interface ClassView {
  readonly school: LinkTo | string;
  /** `Year 4 Kingfishers, 29 pupils`. */
  readonly words: string;
  /** `Tom Reeve (link teacher)`, `Mrs J. Ashdown (headteacher)`. */
  readonly people: readonly string[];
}

export interface AgreementLineView {
  readonly who: string;
  readonly school: string;
  /** `signed 9 Sept`, `not signed yet`, `not asked yet`. */
  readonly status: string;
  readonly tone: 'done' | 'late' | 'open';
}

export interface MeetingLineView {
  /** Absent while no date is set. */
  readonly on?: string;
  readonly title: string;
  /** `Cliffe Castle Museum, 10:00 to 14:00`. */
  readonly place: string;
  /** `27 pupils of Brook Lane, 25 of St Aidan’s`. */
  readonly detail?: string;
  readonly tag?: TagView;
}

export interface TrainingLineView {
  readonly teacher: string;
  /** `Full day · attended 1 October 2026`. */
  readonly words: string;
  readonly tag?: TagView;
}

/** A part of what came of the link: how much there is of it, or that there is nothing yet. */
export interface ImpactLineView {
  readonly title: string;
  readonly words: string;
  readonly small?: string;
  readonly action?: LinkTo;
}

export interface MailLineView {
  /** ISO instant; shown as `Tue 24 Nov, 09:00`. */
  readonly at: string;
  readonly subject: string;
  readonly to: string;
  readonly href?: string;
  readonly tag?: TagView;
}

/** A mail that today's rules will send. */
export interface NextMailView {
  readonly day: string;
  readonly title: string;
  /** In roles: `both teachers`, `the headteacher of Ash Primary`. */
  readonly to: string;
  /** `Held until 4 Jan`, while somebody holds it. */
  readonly held?: string;
  /** `Will not be sent: it would come too late to help`, as things stand. */
  readonly never?: string;
}

/** Shown instead of forms when the page looks back. */
export interface PastView {
  readonly followed: readonly { readonly on: string; readonly text: string; readonly href: string }[];
  /** How many more followed than are listed. */
  readonly more: number;
}

export interface LinkPageView {
  readonly ref: string;
  readonly href: string;
  /** `BRD-2026-014 · 56 pupils · Year 4`. */
  readonly eyebrow: string;
  readonly schools: { readonly a: string; readonly b: string };
  readonly tags: readonly TagView[];
  readonly timeBar: TimeBarView;
  readonly stages: readonly StageView[];
  /** What is said of schools of the link that have closed. */
  readonly closedSchools: readonly GapView[];
  readonly gaps: readonly GapView[];
  readonly connections: readonly ConnectionView[];
  /** Why it may not come through its year; none of a link that ended, and none in the past. */
  readonly risks: readonly GapView[];
  /** What it lacked when it was closed incomplete. */
  readonly missing?: GapsView;
  /** What is known from the link that it continues. */
  readonly evidence?: GapsView;
  /** The certificates of a completed link. */
  readonly certificates?: LinkTo;
  /** Empty when nothing is asked of this reader now; always empty in the past. */
  readonly next: readonly NextActionView[];
  /** Other open steps, each with the page of its form. */
  readonly alsoOpen?: readonly LinkTo[];
  /** Why nothing is asked: `This link is paused until 11 January.` */
  readonly nothingNext?: string;
  /** Other partners for classes that wait again. */
  readonly alternatives?: readonly AlternativesView[];
  readonly past?: PastView;
  readonly classes: readonly ClassView[];
  /** What was known of the two schools when they were brought together. */
  readonly difference: readonly SummaryRow[];
  readonly agreement: readonly AgreementLineView[];
  readonly meetings: readonly MeetingLineView[];
  readonly training: readonly TrainingLineView[];
  readonly impact: readonly ImpactLineView[];
  /** Nothing is forecast from the past: `toCome` is then absent. */
  readonly mails: {
    readonly toCome?: readonly NextMailView[];
    readonly sent: readonly MailLineView[];
    /** To hold them, or to what holds them. */
    readonly hold?: LinkTo;
  };
  readonly history: readonly HistoryEntryView[];
  /** Where one sees whether this link was altered. */
  readonly verification: string;
  /** The same history for those who audit. */
  readonly audit?: LinkTo;
  /** The page of all that can be recorded; absent for readers who may not and in the past. */
  readonly everything?: LinkTo;
}

/** A class that waits again, and the nearest classes that wait too. */
export interface AlternativesView {
  readonly heading: string;
  readonly choices: readonly (LinkTo & { readonly words: string })[];
  readonly all: LinkTo;
}
