import { ButtonLink } from '../components/button.js';
import { type Column, DataTable } from '../components/data-table.js';
import { EmptyState, type EmptyStateView } from '../components/empty-state.js';
import { FilterBar, type FilterBarView } from '../components/filter-bar.js';
import { PageHeading } from '../components/page-heading.js';
import { ShowMore, type ShowMoreView } from '../components/show-more.js';
import { Tag, type TagView } from '../components/tag.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

export interface SchoolRowView {
  readonly urn: string;
  readonly name: string;
  readonly href?: string;
  /** `Keighley, BD21 3QA`. */
  readonly place: string;
  readonly phase: string;
  readonly status: TagView;
  /** `420 pupils`, `not known`. */
  readonly pupils: string;
}

export interface SchoolListView {
  /** `From the register of 1 November 2026`. */
  readonly eyebrow: string;
  readonly lead: string;
  readonly filters: FilterBarView;
  readonly rows: readonly SchoolRowView[];
  readonly more: ShowMoreView;
  readonly empty: EmptyStateView;
  /** For those who may add one. */
  readonly add?: LinkTo;
  /** For those who may import. */
  readonly importFile?: LinkTo;
}

const COLUMNS: readonly Column<SchoolRowView>[] = [
  {
    title: 'School',
    cell: (row) =>
      row.href === undefined ? (
        <strong>{row.name}</strong>
      ) : (
        <a href={row.href} class="link link--strong">
          {row.name}
        </a>
      ),
  },
  { title: 'URN', cell: (row) => row.urn },
  { title: 'Place', cell: (row) => row.place },
  { title: 'Phase', cell: (row) => row.phase },
  { title: 'Pupils', cell: (row) => row.pupils, numeric: true },
  { title: 'Register', cell: (row) => <Tag tag={row.status} /> },
];

export function SchoolListPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: SchoolListView;
}) {
  return (
    <Layout frame={frame} title="Schools">
      <PageHeading eyebrow={view.eyebrow} heading="Schools" lead={view.lead}>
        {view.add && (
          <ButtonLink href={view.add.href} look="secondary">
            {view.add.label}
          </ButtonLink>
        )}
        {view.importFile && (
          <ButtonLink href={view.importFile.href} look="secondary">
            {view.importFile.label}
          </ButtonLink>
        )}
      </PageHeading>
      <FilterBar view={view.filters} />
      <section class="card card--table" aria-label="Schools">
        {view.rows.length === 0 ? (
          <EmptyState view={view.empty} />
        ) : (
          <DataTable caption="Schools" columns={COLUMNS} rows={view.rows} rowKey={(row) => row.urn} />
        )}
      </section>
      <ShowMore view={view.more} />
    </Layout>
  );
}
