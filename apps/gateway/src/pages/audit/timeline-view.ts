import type { FigureView } from '../components/figures.js';
import type { SummaryRow } from '../components/summary-list.js';
import type { LinkTo } from '../layout/page-frame.js';
import type { HistoryEntryView } from '../links/history-list.js';
import type { DayForm } from '../links/time-bar.js';

export interface TimelineView {
  readonly ref: string;
  readonly eyebrow: string;
  readonly schools: string;
  /** `36 entries and 12 mails`. */
  readonly lead: string;
  /** Whether less than all is shown: a day of the past. */
  readonly past: boolean;
  /** `As it was known on 15 January 2027`. */
  readonly title: string;
  readonly sentence: string;
  /** The two clocks. */
  readonly clocks: readonly (LinkTo & { readonly current: boolean })[];
  readonly href: string;
  readonly dayForm: DayForm;
  /** What the form to go to a day keeps. */
  readonly kept: Readonly<Record<string, string>>;
  readonly today?: LinkTo;
  /** Kinds of lines, each with how many there are. */
  readonly shows: readonly FigureView[];
  readonly entries: readonly HistoryEntryView[];
  readonly empty: string;
  readonly facts: readonly SummaryRow[];
  readonly ways: readonly LinkTo[];
}
