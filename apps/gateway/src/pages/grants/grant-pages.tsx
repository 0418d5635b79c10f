import { ButtonLink } from '../components/button.js';
import { Card } from '../components/card.js';
import { type Column, DataTable } from '../components/data-table.js';
import { EmptyState, type EmptyStateView } from '../components/empty-state.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList, type SummaryRow } from '../components/summary-list.js';
import { Tag, type TagView } from '../components/tag.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';
import { Lines, type LineView } from '../programmes/lines.js';

export interface GrantRowView {
  readonly id: string;
  readonly href: string;
  readonly funder: string;
  /** `Local · Bradford`. */
  readonly small: string;
  readonly period: string;
  readonly pays: string;
  /** Day of the next report; empty when none is due. */
  readonly report: string;
  readonly state: TagView;
}

export interface GrantListView {
  readonly lead: string;
  readonly rows: readonly GrantRowView[];
  readonly empty: EmptyStateView;
  readonly add?: LinkTo;
}

const COLUMNS: readonly Column<GrantRowView>[] = [
  {
    title: 'Funder',
    cell: (row) => (
      <>
        <a href={row.href} class="link link--strong">
          {row.funder}
        </a>
        <span class="lines__small">{row.small}</span>
      </>
    ),
  },
  { title: 'Period', cell: (row) => row.period },
  { title: 'Pays', cell: (row) => row.pays },
  { title: 'Next report', cell: (row) => row.report, isEmpty: (row) => row.report === '' },
  { title: 'State', cell: (row) => <Tag tag={row.state} /> },
];

export function GrantListPage({ frame, view }: { readonly frame: PageFrame; readonly view: GrantListView }) {
  return (
    <Layout frame={frame} title="Funders">
      <PageHeading heading="Funders" lead={view.lead}>
        {view.add && <ButtonLink href={view.add.href}>{view.add.label}</ButtonLink>}
      </PageHeading>
      <section class="card card--table" aria-label="Funders">
        {view.rows.length === 0 ? (
          <EmptyState view={view.empty} />
        ) : (
          <DataTable caption="Funders" columns={COLUMNS} rows={view.rows} rowKey={(row) => row.id} />
        )}
      </section>
    </Layout>
  );
}

export interface GrantView {
  readonly eyebrow: string;
  readonly heading: string;
  readonly state: TagView;
  readonly rows: readonly SummaryRow[];
  readonly reports: readonly LineView[];
  readonly noReports: string;
  readonly change?: LinkTo;
  readonly end?: LinkTo;
}

export function GrantPage({ frame, view }: { readonly frame: PageFrame; readonly view: GrantView }) {
  return (
    <Layout frame={frame} title={view.heading}>
      <PageHeading eyebrow={view.eyebrow} heading={view.heading}>
        <Tag tag={view.state} />
      </PageHeading>
      <div class="columns">
        <div class="columns__main">
          <Card title="The grant" {...(view.change === undefined ? {} : { link: view.change })}>
            <SummaryList rows={view.rows} />
          </Card>
        </div>
        <div class="columns__side">
          <Card title="Reports to the funder">
            {view.reports.length === 0 ? (
              <p class="muted">{view.noReports}</p>
            ) : (
              <Lines lines={view.reports} />
            )}
          </Card>
          {view.end && (
            <Card title="Does it end earlier?">
              <ButtonLink href={view.end.href} look="secondary">
                {view.end.label}
              </ButtonLink>
            </Card>
          )}
        </div>
      </div>
    </Layout>
  );
}
