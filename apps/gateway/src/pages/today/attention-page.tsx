import { PageHeading } from '../components/page-heading.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import { AttentionList } from './attention-list.js';
import type { AttentionPageView } from './today-view.js';

/** Everything that needs attention, without the rest of the day. */
export function AttentionPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: AttentionPageView;
}) {
  return (
    <Layout frame={frame} title="Needs your attention">
      <PageHeading eyebrow={view.eyebrow} heading="Needs your attention" lead={view.lead} />
      <section class="card card--needs" aria-label="What needs attention">
        <AttentionList list={view} level={2} />
      </section>
    </Layout>
  );
}
