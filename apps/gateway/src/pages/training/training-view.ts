import type { OneButtonView } from '../components/button.js';
import type { EmptyStateView } from '../components/empty-state.js';
import type { SummaryRow } from '../components/summary-list.js';
import type { TagView } from '../components/tag.js';
import type { FormView } from '../forms/form-view.js';
import type { LinkTo } from '../layout/page-frame.js';

export interface SessionRowView {
  readonly id: string;
  readonly href: string;
  readonly on: string;
  /** `Full day`. */
  readonly kind: string;
  /** `Margaret McMillan Tower, 09:15 to 15:30`. */
  readonly place: string;
  /** `17 of 24 places taken, 14 came`. */
  readonly numbers: string;
  readonly tag?: TagView;
}

export interface SessionListView {
  readonly eyebrow: string;
  /** Those to come, then those that were. */
  readonly sections: readonly { readonly title: string; readonly rows: readonly SessionRowView[] }[];
  readonly empty: EmptyStateView;
  readonly add?: LinkTo;
}

/** Before the day nobody has an answer; afterwards each teacher came, missed it, or nothing is recorded. */
export interface RegisterLineView {
  readonly key: string;
  readonly teacher: string;
  readonly school: string;
  readonly link: LinkTo;
  readonly status: TagView;
  readonly giveUp?: OneButtonView;
}

/** The register as one form: a tap for each teacher, a reason for who missed it. */
export interface AttendanceView {
  readonly form: FormView;
  readonly teachers: readonly { readonly id: string; readonly name: string; readonly school: string }[];
  /** `3 of 24 recorded`. */
  readonly progress: string;
}

export interface SessionView {
  readonly eyebrow: string;
  readonly heading: string;
  /** Said above everything: that it is cancelled, or that it was moved. */
  readonly notice?: { readonly tone: 'red' | 'amber'; readonly text: string };
  readonly facts: readonly SummaryRow[];
  readonly register: readonly RegisterLineView[];
  readonly empty: EmptyStateView;
  /** In the order in which they get a place that comes free. */
  readonly waiting: readonly RegisterLineView[];
  /** From the day of the session. */
  readonly attendance?: AttendanceView;
  /** `Attendance can be recorded from 1 October.` */
  readonly attendanceNote?: string;
  readonly enrol?: LinkTo;
  readonly changes: readonly LinkTo[];
  readonly history: readonly {
    readonly key: string;
    readonly when: string;
    readonly what: string;
    readonly who: string;
  }[];
}
