import { ButtonLink } from '../components/button.js';
import { DateTile } from '../components/date-tile.js';
import { EmptyState } from '../components/empty-state.js';
import { PageHeading } from '../components/page-heading.js';
import { Tag } from '../components/tag.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import type { SessionListView } from './training-view.js';

export function SessionListPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: SessionListView;
}) {
  return (
    <Layout frame={frame} title="Training">
      <PageHeading eyebrow={view.eyebrow} heading="Training">
        {view.add && <ButtonLink href={view.add.href}>{view.add.label}</ButtonLink>}
      </PageHeading>
      <section class="card" aria-label="Training sessions">
        {view.rows.length === 0 ? (
          <EmptyState view={view.empty} />
        ) : (
          <ul class="lines">
            {view.rows.map((row) => (
              <li key={row.id} class="lines__item lines__item--dated">
                <DateTile day={row.on} />
                <span class="lines__words">
                  <a href={row.href} class="link link--strong">
                    {row.kind}
                  </a>
                  <span>{row.place}</span>
                  <span class="lines__small">{row.numbers}</span>
                  {row.tag && <Tag tag={row.tag} />}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </Layout>
  );
}
