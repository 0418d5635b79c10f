import { EmptyState, type EmptyStateView } from '../components/empty-state.js';
import { PageHeading } from '../components/page-heading.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';

export interface NothingToAskView {
  readonly title: string;
  readonly empty: EmptyStateView;
}

/** In place of a form in which nothing could be chosen. */
export function NothingToAskPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: NothingToAskView;
}) {
  return (
    <Layout frame={frame} title={view.title} ground="narrow">
      <PageHeading heading={view.title} />
      <EmptyState view={view.empty} />
    </Layout>
  );
}
