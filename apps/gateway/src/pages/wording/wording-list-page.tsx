import { Card } from '../components/card.js';
import { type Column, DataTable } from '../components/data-table.js';
import { PageHeading } from '../components/page-heading.js';
import { Tag, type TagView } from '../components/tag.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

export interface WordingRowView {
  readonly key: string;
  readonly rule: string;
  readonly title: string;
  readonly href: string;
  /** As it reads with invented names. */
  readonly subject: string;
  readonly to: string;
  readonly tag: TagView;
}

export interface WordingListView {
  readonly eyebrow: string;
  readonly heading: string;
  readonly lead: string;
  readonly national?: LinkTo;
  readonly rows: readonly WordingRowView[];
  readonly note: string;
}

const COLUMNS: readonly Column<WordingRowView>[] = [
  {
    title: 'Mail',
    cell: (row) => (
      <>
        <a href={row.href} class="link">
          {row.title}
        </a>
        <span class="wording-rule">{row.rule}</span>
      </>
    ),
  },
  { title: 'Subject', cell: (row) => row.subject },
  { title: 'To', cell: (row) => row.to },
  { title: 'Words', cell: (row) => <Tag tag={row.tag} /> },
];

/** Every mail whose words may be changed, and whose words it has. */
export function WordingListPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: WordingListView;
}) {
  return (
    <Layout frame={frame} title={`${view.heading}: ${view.eyebrow}`}>
      <PageHeading eyebrow={view.eyebrow} heading={view.heading} lead={view.lead} />
      <Card title="Mails" {...(view.national === undefined ? {} : { link: view.national })}>
        <p class="muted">{view.note}</p>
        <DataTable
          caption="Mails and their words"
          columns={COLUMNS}
          rows={view.rows}
          rowKey={(row) => row.key}
        />
      </Card>
    </Layout>
  );
}
