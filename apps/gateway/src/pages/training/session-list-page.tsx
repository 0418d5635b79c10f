import { ButtonLink } from '../components/button.js';
import { DateTile } from '../components/date-tile.js';
import { EmptyState } from '../components/empty-state.js';
import { PageHeading } from '../components/page-heading.js';
import { Tag } from '../components/tag.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import type { SessionListView, SessionRowView } from './training-view.js';

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
        <div class="form__buttons">
          <ButtonLink href="/venues" look="secondary">
            Venues
          </ButtonLink>
          {view.add && <ButtonLink href={view.add.href}>{view.add.label}</ButtonLink>}
        </div>
      </PageHeading>
      {view.sections.length === 0 && (
        <section class="card" aria-label="Training sessions">
          <EmptyState view={view.empty} />
        </section>
      )}
      {view.sections.map(({ title, rows }) => (
        <section key={title} class="card">
          <div class="card__head">
            <h2 class="card__title">{title}</h2>
          </div>
          <ul class="lines">
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        </section>
      ))}
    </Layout>
  );
}

function Row({ row }: { readonly row: SessionRowView }) {
  return (
    <li class="lines__item lines__item--dated">
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
  );
}
