import { ButtonLink, OneButton } from '../components/button.js';
import { Card } from '../components/card.js';
import { DataTable, type Column } from '../components/data-table.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList } from '../components/summary-list.js';
import { Tag } from '../components/tag.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import type { OperationsView, ReaderRowView, WorkRowView } from './operations-view.js';

const number = (title: string, of: (row: WorkRowView) => string): Column<WorkRowView> => ({
  title,
  numeric: true,
  cell: of,
  isEmpty: (row) => /^0?$/.test(of(row)),
});

const WORK: readonly Column<WorkRowView>[] = [
  {
    title: 'Work',
    cell: (row) => (
      <>
        <strong>{row.name}</strong>
        <span class="lines__small">{row.does}</span>
        {row.notes.map((note) => (
          <span key={note} class="lines__small">
            {note}
          </span>
        ))}
      </>
    ),
  },
  { title: 'State', cell: (row) => <Tag tag={row.state} /> },
  number('Waiting', (row) => row.waiting),
  number('At work', (row) => row.active),
  number('Later', (row) => row.later),
  number('Oldest', (row) => row.oldest),
  number('Failed', (row) => row.failed),
  { title: 'Last looked', cell: (row) => row.looked, isEmpty: (row) => row.looked === '' },
  {
    title: 'Change',
    cell: (row) => (
      <>
        {row.pause && (
          <a href={row.pause.href} class="link">
            {row.pause.label}
            <span class="govuk-visually-hidden"> {row.pause.labelMore}</span>
          </a>
        )}
        {row.goOn && <OneButton view={row.goOn} />}
      </>
    ),
    isEmpty: (row) => row.pause === undefined && row.goOn === undefined,
  },
];

const READERS: readonly Column<ReaderRowView>[] = [
  {
    title: 'What reads it',
    cell: (row) => (
      <>
        {row.label}
        {row.problem !== undefined && <span class="lines__small">It stands still: {row.problem}</span>}
      </>
    ),
  },
  { title: 'Position', cell: (row) => row.behind },
  { title: 'Last moved', cell: (row) => row.moved, isEmpty: (row) => row.moved === '' },
];

/** How the machine runs, for those who keep it running: numbers, moments and codes, and nobody of a school. */
export function OperationsPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: OperationsView;
}) {
  return (
    <Layout frame={frame} title="Operations">
      <PageHeading eyebrow="Operations" heading={view.heading} lead={view.lead}>
        <div class="operations-buttons">
          {view.goOn && <OneButton view={view.goOn} />}
          {view.pauses.map(({ href, label, look }) => (
            <ButtonLink key={href} href={href} look={look}>
              {label}
            </ButtonLink>
          ))}
        </div>
      </PageHeading>
      {view.troubles.length > 0 && (
        <section class="attention operations-troubles" aria-label="What needs a look">
          <ul class="attention__list">
            {view.troubles.map((trouble) => (
              <li key={trouble} class="attention__item">
                {trouble}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="card card--table" aria-label="Work">
        <DataTable caption="Work" columns={WORK} rows={view.work} rowKey={(row) => row.part} />
      </section>
      <div class="columns operations-more">
        <div class="columns__main">
          <Card title="Who reads the log">
            {view.readers.length === 0 ? (
              <p>The log does not answer.</p>
            ) : (
              <DataTable
                caption="Who reads the log"
                columns={READERS}
                rows={view.readers}
                rowKey={(row) => row.name}
              />
            )}
          </Card>
        </div>
        <div class="columns__side">
          <Card title="Mails" {...(view.failedMails === undefined ? {} : { link: view.failedMails })}>
            <SummaryList rows={view.mails} />
            {view.tryAgain && <OneButton view={view.tryAgain} />}
          </Card>
          <Card title="What it stands on">
            <SummaryList rows={view.servers} />
          </Card>
          <Card title="What was done here">
            {view.acts.length === 0 ? (
              <p class="muted">Nothing was paused or tried again yet.</p>
            ) : (
              <ul class="lines">
                {view.acts.map((act) => (
                  <li key={act.key} class="lines__item">
                    <time class="lines__moment" dateTime={act.at}>
                      {act.when}
                    </time>
                    <span>{act.did}</span>
                    <span class="lines__small">{act.who}</span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </div>
      </div>
    </Layout>
  );
}
