import { ButtonLink } from '../components/button.js';
import { type Column, DataTable } from '../components/data-table.js';
import { EmptyState, type EmptyStateView } from '../components/empty-state.js';
import { PageHeading } from '../components/page-heading.js';
import { Tag, type TagView } from '../components/tag.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

export interface ProgrammeRowView {
  readonly slug: string;
  readonly href: string;
  readonly name: string;
  /** `BRD · since 2025–26`. */
  readonly small: string;
  /** `Amina Khan; Ben Holt from 4 Jan`. */
  readonly coordinators: string;
  readonly area: string;
  readonly state: TagView;
}

export interface ProgrammeListView {
  readonly lead: string;
  readonly rows: readonly ProgrammeRowView[];
  readonly empty: EmptyStateView;
  /** For the national office. */
  readonly add?: LinkTo;
  /** Where a programme keeps a register of funders. */
  readonly funders?: LinkTo;
}

const COLUMNS: readonly Column<ProgrammeRowView>[] = [
  {
    title: 'Programme',
    cell: (row) => (
      <>
        <a href={row.href} class="link link--strong">
          {row.name}
        </a>
        <span class="lines__small">{row.small}</span>
      </>
    ),
  },
  { title: 'Coordinator', cell: (row) => row.coordinators },
  { title: 'Area', cell: (row) => row.area },
  { title: 'State', cell: (row) => <Tag tag={row.state} /> },
];

export function ProgrammeListPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: ProgrammeListView;
}) {
  return (
    <Layout frame={frame} title="Programmes">
      <PageHeading heading="Programmes" lead={view.lead}>
        {view.funders && (
          <ButtonLink href={view.funders.href} look="secondary">
            {view.funders.label}
          </ButtonLink>
        )}
        {view.add && <ButtonLink href={view.add.href}>{view.add.label}</ButtonLink>}
      </PageHeading>
      <section class="card card--table" aria-label="Programmes">
        {view.rows.length === 0 ? (
          <EmptyState view={view.empty} />
        ) : (
          <DataTable caption="Programmes" columns={COLUMNS} rows={view.rows} rowKey={(row) => row.slug} />
        )}
      </section>
    </Layout>
  );
}
