import type { EmptyStateView } from '../components/empty-state.js';
import type { FilterBarView } from '../components/filter-bar.js';
import type { TagView } from '../components/tag.js';
import type { Option } from '../forms/form-view.js';
import type { LinkTo } from '../layout/page-frame.js';

export interface SheetHeadingView {
  readonly text: string;
  /** How many columns stand under it. */
  readonly span: 1 | 2;
}

export interface SheetCellView {
  readonly step: string;
  /** `Training of Ash Primary`. */
  readonly label: string;
  readonly look: 'done' | 'planned' | 'skipped' | 'late' | 'soon' | 'none' | 'open';
  /** `27 Nov`, or `–` for a step that is skipped. */
  readonly day: string;
  /** `planned`, `due 31 Oct`: what the look says, in words. */
  readonly word?: string;
  /** The reason of a step that was skipped. */
  readonly title?: string;
  /** What is in the cell when it is edited. */
  readonly text: string;
  /** Nothing can be entered here. */
  readonly fixed: boolean;
}

export interface SheetRowView {
  readonly ref: string;
  readonly href: string;
  readonly revision: number;
  readonly sides: readonly { readonly school: string; readonly class: string }[];
  /** `Paused`, `Withdrawn`. */
  readonly tags: readonly TagView[];
  readonly cells: readonly SheetCellView[];
  /** The row as a form; absent for a reader. */
  readonly formHref?: string;
}

export interface SheetFillView {
  readonly action: string;
  readonly csrf: string;
  readonly idempotencyKey: string;
  readonly steps: readonly Option[];
}

export interface SheetView {
  readonly eyebrow: string;
  readonly lead: string;
  readonly filters: FilterBarView;
  readonly headings: readonly SheetHeadingView[];
  /** The letter of a side, or nothing, for each column. */
  readonly letters: readonly string[];
  readonly rows: readonly SheetRowView[];
  readonly empty: EmptyStateView;
  readonly copy: LinkTo;
  readonly list: LinkTo;
  /** Said when there are more links than a sheet shows. */
  readonly more?: string;
  /** Absent for somebody who reads only. */
  readonly fill?: SheetFillView;
}
