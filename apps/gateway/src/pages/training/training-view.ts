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
  /** `17 teachers enrolled, 14 came`. */
  readonly numbers: string;
  readonly tag?: TagView;
}

export interface SessionListView {
  readonly eyebrow: string;
  readonly rows: readonly SessionRowView[];
  readonly empty: EmptyStateView;
  readonly add?: LinkTo;
}

/** Before the day nobody has an answer; afterwards each teacher came, missed it, or nothing is recorded. */
export interface RegisterLineView {
  readonly teacherId: string;
  readonly teacher: string;
  readonly school: string;
  readonly link?: LinkTo;
  readonly status: TagView;
  readonly actions: readonly LinkTo[];
}

export interface SessionView {
  readonly eyebrow: string;
  readonly heading: string;
  readonly facts: readonly SummaryRow[];
  readonly register: readonly RegisterLineView[];
  readonly empty: EmptyStateView;
  /** The register as one form, a row of answers a teacher; from the day of the session. */
  readonly attendance?: FormView;
  /** `Attendance can be recorded from 1 October.` */
  readonly attendanceNote?: string;
  readonly enrol?: FormView;
}
