import { ButtonLink } from '../components/button.js';
import { type Column, DataTable } from '../components/data-table.js';
import { EmptyState } from '../components/empty-state.js';
import { FilterBar } from '../components/filter-bar.js';
import { PageHeading } from '../components/page-heading.js';
import { ShowMore } from '../components/show-more.js';
import { Tag } from '../components/tag.js';
import { shortMoment } from '@linking/words/format.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import type { OutboxRowView, OutboxView } from './outbox-view.js';

const COLUMNS: readonly Column<OutboxRowView>[] = [
  {
    title: 'Mail',
    cell: (row) => (
      <>
        <a href={row.href} class="link link--strong">
          {row.subject}
        </a>
        {row.also !== undefined && <span class="lines__small">{row.also}</span>}
        <span class="lines__small">{row.rule}</span>
      </>
    ),
  },
  { title: 'To', cell: (row) => row.to },
  {
    title: 'When',
    cell: (row) =>
      row.at === undefined ? (
        <span class="muted">not yet known</span>
      ) : (
        <time dateTime={row.at}>{shortMoment(row.at)}</time>
      ),
  },
  { title: 'Status', cell: (row) => <Tag tag={row.status} /> },
  {
    title: 'Link',
    cell: (row) =>
      row.link === undefined ? (
        <span class="muted">none</span>
      ) : (
        <a href={row.link.href} class="link link--ref">
          {row.link.label}
        </a>
      ),
  },
];

export function OutboxPage({ frame, view }: { readonly frame: PageFrame; readonly view: OutboxView }) {
  return (
    <Layout frame={frame} title="Mails">
      <PageHeading heading="Mails" lead={view.lead}>
        <ButtonLink href={view.other.href} look="secondary">
          {view.other.label}
        </ButtonLink>
      </PageHeading>
      <FilterBar view={view.filters} />
      <section class="card card--table" aria-label="Mails">
        {view.rows.length === 0 ? (
          <EmptyState view={view.empty} />
        ) : (
          <DataTable caption="Mails" columns={COLUMNS} rows={view.rows} rowKey={(row) => row.id} />
        )}
      </section>
      <ShowMore view={view.more} />
    </Layout>
  );
}
