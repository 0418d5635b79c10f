import { ButtonLink } from '../components/button.js';
import { type Column, DataTable } from '../components/data-table.js';
import { EmptyState } from '../components/empty-state.js';
import { Figures } from '../components/figures.js';
import { FilterBar } from '../components/filter-bar.js';
import { PageHeading } from '../components/page-heading.js';
import { ShowMore } from '../components/show-more.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import { linkColumns } from '../links/link-columns.js';
import type { AuditedLinksView, AuditedRowView } from './audited-links-view.js';

const countColumn = (title: string, index: number): Column<AuditedRowView> => ({
  title,
  numeric: true,
  isEmpty: (row) => row.counts[index]?.count === 0,
  cell: (row) => {
    const { count = 0, href = '' } = row.counts[index] ?? {};
    return count === 0 ? (
      <span class="muted">0</span>
    ) : (
      <a href={href} class="link" aria-label={`${title} of ${row.ref}: ${count}`}>
        {count}
      </a>
    );
  },
});

/** All links with what an auditor looks for; each figure opens what it counted. */
export function AuditedLinksPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: AuditedLinksView;
}) {
  return (
    <Layout frame={frame} title="Links to audit">
      <PageHeading eyebrow={view.eyebrow} heading="Links to audit" lead={view.lead}>
        <ButtonLink href={view.sample.href} look="secondary">
          {view.sample.label}
        </ButtonLink>
      </PageHeading>
      <FilterBar view={view.filters} />
      <div class="figure-rows">
        <h2 class="figure-rows__title">What was recorded unusually</h2>
        <Figures label="Links by what was recorded unusually" figures={view.marks} />
        <h2 class="figure-rows__title">How far they came</h2>
        <Figures label="Links by stage" figures={view.stages} />
      </div>
      <section class="card card--table" aria-label="The links">
        {view.rows.length === 0 ? (
          <EmptyState view={view.empty} />
        ) : (
          <DataTable
            caption="Links to audit"
            columns={[...linkColumns, ...view.columns.map(countColumn)]}
            rows={view.rows}
            rowKey={(row) => row.ref}
          />
        )}
      </section>
      <ShowMore view={view.more} />
    </Layout>
  );
}
