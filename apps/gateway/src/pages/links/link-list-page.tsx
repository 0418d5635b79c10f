import { ButtonLink } from '../components/button.js';
import { type Column, DataTable } from '../components/data-table.js';
import { EmptyState } from '../components/empty-state.js';
import { Figures } from '../components/figures.js';
import { FilterBar } from '../components/filter-bar.js';
import { PageHeading } from '../components/page-heading.js';
import { ShowMore } from '../components/show-more.js';
import { Tags } from '../components/tag.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import { linkColumns } from './link-columns.js';
import type { LinkListView, LinkRowView } from './link-list-view.js';

const COLUMNS: readonly Column<LinkRowView>[] = [
  ...linkColumns,
  { title: 'Next step', cell: (row) => row.nextStep },
  {
    title: 'Flags',
    isEmpty: (row) => row.flags.length === 0,
    cell: (row) =>
      row.flags.length === 0 ? <span class="govuk-visually-hidden">none</span> : <Tags tags={row.flags} />,
  },
];

export function LinkListPage({ frame, view }: { readonly frame: PageFrame; readonly view: LinkListView }) {
  return (
    <Layout frame={frame} title="Links">
      <PageHeading eyebrow={view.eyebrow} heading="Links" lead={view.lead}>
        <span class="sheet__ways">
          <ButtonLink href={view.sheet.href} look="secondary">
            {view.sheet.label}
          </ButtonLink>
          {view.together && (
            <ButtonLink href={view.together.href} look="secondary">
              {view.together.label}
            </ButtonLink>
          )}
          {view.propose && <ButtonLink href={view.propose.href}>{view.propose.label}</ButtonLink>}
        </span>
      </PageHeading>
      <FilterBar view={view.filters} />
      <Figures label="Links by stage" figures={view.stages} />
      <section class="card card--table" aria-label="The links">
        {view.rows.length === 0 ? (
          <EmptyState view={view.empty} />
        ) : (
          <DataTable caption="Links" columns={COLUMNS} rows={view.rows} rowKey={(row) => row.ref} />
        )}
      </section>
      <ShowMore view={view.more} />
    </Layout>
  );
}
