import { ButtonLink } from '../components/button.js';
import { type Column, DataTable } from '../components/data-table.js';
import { PageHeading } from '../components/page-heading.js';
import { Tag, type TagView } from '../components/tag.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

export interface FilledRowView {
  readonly ref: string;
  readonly href: string;
  readonly result: TagView;
  readonly sentence: string;
  /** The form that asks for what is missing. */
  readonly onward?: LinkTo;
}

export interface SheetFilledView {
  readonly eyebrow: string;
  readonly lead: string;
  readonly rows: readonly FilledRowView[];
  readonly back: LinkTo;
}

const COLUMNS: readonly Column<FilledRowView>[] = [
  {
    title: 'Link',
    cell: (row) => (
      <a href={row.href} class="link link--ref">
        {row.ref}
      </a>
    ),
  },
  { title: 'Result', cell: (row) => <Tag tag={row.result} /> },
  {
    title: 'Why',
    cell: (row) => (
      <>
        {row.sentence}{' '}
        {row.onward && (
          <a href={row.onward.href} class="link">
            {row.onward.label}
          </a>
        )}
      </>
    ),
  },
];

/** What became of one date for several rows. */
export function SheetFilledPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: SheetFilledView;
}) {
  return (
    <Layout frame={frame} title="Several rows">
      <PageHeading eyebrow={view.eyebrow} heading="Several rows" lead={view.lead}>
        <ButtonLink href={view.back.href} look="secondary">
          {view.back.label}
        </ButtonLink>
      </PageHeading>
      <section class="card card--table" aria-label="The rows">
        <DataTable
          caption="What became of each row"
          columns={COLUMNS}
          rows={view.rows}
          rowKey={(row) => row.ref}
        />
      </section>
    </Layout>
  );
}
