import type { EmptyStateView } from '../components/empty-state.js';
import type { ShowMoreView } from '../components/show-more.js';
import type { FormView } from '../forms/form-view.js';

export interface ReadView {
  readonly id: string;
  readonly at: string;
  readonly what: string;
  readonly page: string;
  /** Leads back there; what is no page has none. */
  readonly href?: string;
}

/** What the reader herself looked at. */
export interface ReadsView {
  readonly form: FormView;
  readonly reads: readonly ReadView[];
  readonly more: ShowMoreView;
  readonly empty: EmptyStateView;
}
