import { ButtonLink } from '../components/button.js';
import { type Column, DataTable } from '../components/data-table.js';
import { EmptyState, type EmptyStateView } from '../components/empty-state.js';
import { PageHeading } from '../components/page-heading.js';
import { Tag, type TagView } from '../components/tag.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

export interface VenueRowView {
  readonly id: string;
  readonly name: string;
  readonly href?: string;
  readonly address: string;
  /** `60 pupils`, `not known`. */
  readonly capacity: string;
  readonly kind: TagView;
  /** `2 meetings, next on 26 Nov`; absent where no diary is kept. */
  readonly use?: string;
}

export interface VenueListView {
  readonly eyebrow: string;
  readonly rows: readonly VenueRowView[];
  readonly empty: EmptyStateView;
  readonly add?: LinkTo;
}

const COLUMNS: readonly Column<VenueRowView>[] = [
  {
    title: 'Venue',
    cell: (row) =>
      row.href === undefined ? (
        <strong>{row.name}</strong>
      ) : (
        <a href={row.href} class="link link--strong">
          {row.name}
        </a>
      ),
  },
  { title: 'Address', cell: (row) => row.address },
  { title: 'Kind', cell: (row) => <Tag tag={row.kind} /> },
  { title: 'Room for', cell: (row) => row.capacity, numeric: true },
];
const BOOKED: Column<VenueRowView> = { title: 'Booked', cell: (row) => row.use ?? '–' };

export function VenueListPage({ frame, view }: { readonly frame: PageFrame; readonly view: VenueListView }) {
  const columns = view.rows.some(({ use }) => use !== undefined) ? [...COLUMNS, BOOKED] : COLUMNS;
  return (
    <Layout frame={frame} title="Venues">
      <PageHeading
        eyebrow={view.eyebrow}
        heading="Venues"
        lead="Places where two classes meet on neutral ground."
      >
        {view.add && <ButtonLink href={view.add.href}>{view.add.label}</ButtonLink>}
      </PageHeading>
      <section class="card card--table" aria-label="Venues">
        {view.rows.length === 0 ? (
          <EmptyState view={view.empty} />
        ) : (
          <DataTable caption="Venues" columns={columns} rows={view.rows} rowKey={(row) => row.id} />
        )}
      </section>
    </Layout>
  );
}
