import { Card } from '../components/card.js';
import { EmptyState, type EmptyStateView } from '../components/empty-state.js';
import { FilterBar, type FilterBarView } from '../components/filter-bar.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList, type SummaryRow } from '../components/summary-list.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

export interface ChoosePageView {
  readonly title: string;
  readonly lead: string;
  /** What was chosen before. */
  readonly known: readonly SummaryRow[];
  readonly filters?: FilterBarView;
  readonly heading: string;
  readonly choices: readonly (LinkTo & { readonly words: string })[];
  readonly empty: EmptyStateView;
}

/** One choice among schools or classes, as links. */
export function ChoosePage({ frame, view }: { readonly frame: PageFrame; readonly view: ChoosePageView }) {
  return (
    <Layout frame={frame} title={view.title}>
      <PageHeading heading={view.title} lead={view.lead} />
      {view.known.length > 0 && (
        <Card title="Chosen">
          <SummaryList rows={view.known} />
        </Card>
      )}
      {view.filters && <FilterBar view={view.filters} />}
      <Card title={view.heading}>
        {view.choices.length === 0 ? (
          <EmptyState view={view.empty} />
        ) : (
          <ul class="lines">
            {view.choices.map((choice) => (
              <li key={choice.href} class="lines__item">
                <a href={choice.href} class="link link--strong">
                  {choice.label}
                </a>
                <span class="lines__small">{choice.words}</span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Layout>
  );
}
