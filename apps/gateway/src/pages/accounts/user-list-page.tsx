import { ButtonLink } from '../components/button.js';
import { type Column, DataTable } from '../components/data-table.js';
import { EmptyState, type EmptyStateView } from '../components/empty-state.js';
import { FilterBar, type FilterBarView } from '../components/filter-bar.js';
import { PageHeading } from '../components/page-heading.js';
import { ShowMore, type ShowMoreView } from '../components/show-more.js';
import { Tag, type TagView } from '../components/tag.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

export interface UserRowView {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly email: string;
  /** `Coordinator`, `National office and administrator`. */
  readonly roles: string;
  /** `Bradford, Kent`, `all`. */
  readonly programmes: string;
  readonly state: TagView;
  /** `3 days ago`, `never`. */
  readonly lastSignIn: string;
}

export interface UserListView {
  readonly lead: string;
  readonly filters: FilterBarView;
  readonly rows: readonly UserRowView[];
  readonly more: ShowMoreView;
  readonly empty: EmptyStateView;
  /** Absent for readers who may only look. */
  readonly add?: LinkTo;
}

const COLUMNS: readonly Column<UserRowView>[] = [
  {
    title: 'Name',
    cell: (row) => (
      <>
        <a href={row.href} class="link link--strong">
          {row.name}
        </a>
        <span class="lines__small">{row.email}</span>
      </>
    ),
  },
  { title: 'Roles', cell: (row) => row.roles },
  { title: 'Programmes', cell: (row) => row.programmes },
  { title: 'Account', cell: (row) => <Tag tag={row.state} /> },
  { title: 'Last sign-in', cell: (row) => row.lastSignIn },
];

export function UserListPage({ frame, view }: { readonly frame: PageFrame; readonly view: UserListView }) {
  return (
    <Layout frame={frame} title="Users">
      <PageHeading heading="Users" lead={view.lead}>
        {view.add && <ButtonLink href={view.add.href}>{view.add.label}</ButtonLink>}
      </PageHeading>
      <FilterBar view={view.filters} />
      <section class="card card--table" aria-label="Users">
        {view.rows.length === 0 ? (
          <EmptyState view={view.empty} />
        ) : (
          <DataTable caption="Users" columns={COLUMNS} rows={view.rows} rowKey={(row) => row.id} />
        )}
      </section>
      <ShowMore view={view.more} />
    </Layout>
  );
}
