import type { EmptyStateView } from '../components/empty-state.js';
import type { FigureView } from '../components/figures.js';
import type { FilterBarView } from '../components/filter-bar.js';
import type { ShowMoreView } from '../components/show-more.js';
import type { TagView } from '../components/tag.js';
import type { LinkTo } from '../layout/page-frame.js';

export interface LinkRowView {
  readonly ref: string;
  readonly href: string;
  readonly schools: { readonly a: string; readonly b: string };
  /** `Year 4 · 56 pupils`. */
  readonly words: string;
  readonly stage: TagView;
  /** `First meeting on 26 Nov`; `–` when closed. */
  readonly nextStep: string;
  readonly flags: readonly TagView[];
}

export interface LinkListView {
  /** `Bradford · 2026–27`. */
  readonly eyebrow: string;
  /** `46 links, 7 still waiting for a signature`: counted, never typed. */
  readonly lead: string;
  readonly filters: FilterBarView;
  /** How many of the shown links stand at each stage. */
  readonly stages: readonly FigureView[];
  readonly rows: readonly LinkRowView[];
  readonly more: ShowMoreView;
  readonly empty: EmptyStateView;
  /** The same links as a sheet. */
  readonly sheet: LinkTo;
  /** One fact for several links. */
  readonly together?: LinkTo;
  readonly propose?: LinkTo;
}
