import type { EmptyStateView } from '../components/empty-state.js';
import type { FigureView } from '../components/figures.js';
import type { FilterBarView } from '../components/filter-bar.js';
import type { ShowMoreView } from '../components/show-more.js';
import type { TagView } from '../components/tag.js';
import type { LinkTo } from '../layout/page-frame.js';

export interface AuditedRowView {
  readonly ref: string;
  readonly href: string;
  readonly schools: { readonly a: string; readonly b: string };
  readonly words: string;
  readonly stage: TagView;
  /** In the order of the columns; each opens those entries. */
  readonly counts: readonly { readonly count: number; readonly href: string }[];
}

export interface AuditedLinksView {
  readonly eyebrow: string;
  readonly lead: string;
  readonly filters: FilterBarView;
  /** How many links have what. */
  readonly marks: readonly FigureView[];
  readonly stages: readonly FigureView[];
  readonly columns: readonly string[];
  readonly rows: readonly AuditedRowView[];
  readonly more: ShowMoreView;
  readonly empty: EmptyStateView;
  readonly sample: LinkTo;
}
