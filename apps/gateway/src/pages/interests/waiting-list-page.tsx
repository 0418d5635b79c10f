import { ButtonLink } from '../components/button.js';
import { type Column, DataTable } from '../components/data-table.js';
import { EmptyState, type EmptyStateView } from '../components/empty-state.js';
import { FilterBar, type FilterBarView } from '../components/filter-bar.js';
import { PageHeading } from '../components/page-heading.js';
import { Tag, type TagView } from '../components/tag.js';
import { shortDay } from '@linking/words/format.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

export interface WaitingClassView {
  readonly classId: string;
  readonly school: LinkTo;
  /** `Year 4, about 30 pupils, name to follow`. */
  readonly words: string;
  /** `One of two classes placed`. */
  readonly placed?: string;
  readonly since: string;
  /** `6 weeks (29 working days)`. */
  readonly waits?: string;
  readonly status: TagView;
  readonly action?: LinkTo;
}

export interface WaitingListView {
  readonly eyebrow: string;
  readonly lead: string;
  readonly filters?: FilterBarView;
  /** Interests that no programme has, for whoever may see them. */
  readonly unplaced?: LinkTo;
  readonly rows: readonly WaitingClassView[];
  readonly empty: EmptyStateView;
  readonly add?: LinkTo;
}

const COLUMNS: readonly Column<WaitingClassView>[] = [
  {
    title: 'School',
    cell: (row) => (
      <a href={row.school.href} class="link link--strong">
        {row.school.label}
      </a>
    ),
  },
  {
    title: 'Class',
    cell: (row) => (
      <>
        {row.words}
        {row.placed !== undefined && <span class="lines__small"> {row.placed}</span>}
      </>
    ),
  },
  {
    title: 'Waits',
    cell: (row) => (
      <>
        {row.waits} <time dateTime={row.since}>since {shortDay(row.since)}</time>
      </>
    ),
  },
  { title: 'Status', cell: (row) => <Tag tag={row.status} /> },
  {
    title: 'Next',
    cell: (row) =>
      row.action === undefined ? (
        <span class="muted">–</span>
      ) : (
        <a href={row.action.href} class="link">
          {row.action.label}
          <span class="govuk-visually-hidden"> for {row.school.label}</span>
        </a>
      ),
  },
];

/** Classes whose schools wish to link, the one that asked first on top. */
export function WaitingListPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: WaitingListView;
}) {
  return (
    <Layout frame={frame} title="Waiting list">
      <PageHeading eyebrow={view.eyebrow} heading="Waiting list" lead={view.lead}>
        {view.add && <ButtonLink href={view.add.href}>{view.add.label}</ButtonLink>}
      </PageHeading>
      {view.unplaced && (
        <p class="flash flash--amber">
          <strong>{view.unplaced.label}.</strong>{' '}
          <a href={view.unplaced.href} class="link">
            Place them
          </a>
        </p>
      )}
      {view.filters && <FilterBar view={view.filters} />}
      <section class="card card--table" aria-label="Classes">
        {view.rows.length === 0 ? (
          <EmptyState view={view.empty} />
        ) : (
          <DataTable caption="Classes" columns={COLUMNS} rows={view.rows} rowKey={(row) => row.classId} />
        )}
      </section>
    </Layout>
  );
}
