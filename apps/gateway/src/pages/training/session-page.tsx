import { ButtonLink, OneButton } from '../components/button.js';
import { Card } from '../components/card.js';
import { type Column, DataTable } from '../components/data-table.js';
import { EmptyState } from '../components/empty-state.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList } from '../components/summary-list.js';
import { Tag } from '../components/tag.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import { AttendanceRegister } from './attendance-register.js';
import type { RegisterLineView, SessionView } from './training-view.js';

const teacherColumn: Column<RegisterLineView> = {
  title: 'Teacher',
  cell: (line) => <strong>{line.teacher}</strong>,
};
const schoolColumns: readonly Column<RegisterLineView>[] = [
  { title: 'School', cell: (line) => line.school },
  {
    title: 'Link',
    cell: (line) => (
      <a href={line.link.href} class="link link--ref">
        {line.link.label}
      </a>
    ),
  },
];
const statusColumn: Column<RegisterLineView> = {
  title: 'Register',
  cell: (line) => <Tag tag={line.status} />,
};
const placeColumn: Column<RegisterLineView> = {
  title: 'Place',
  cell: (line) =>
    line.giveUp === undefined ? <span class="muted">kept</span> : <OneButton view={line.giveUp} />,
};

export function SessionPage({ frame, view }: { readonly frame: PageFrame; readonly view: SessionView }) {
  const form = view.attendance?.form;
  return (
    <Layout frame={frame} title={view.heading} hasErrors={form !== undefined && form.errors.length > 0}>
      {form && <ErrorSummary form={form} />}
      <PageHeading eyebrow={view.eyebrow} heading={view.heading}>
        <div class="form__buttons">
          {view.enrol && <ButtonLink href={view.enrol.href}>{view.enrol.label}</ButtonLink>}
          {view.changes.map((change) => (
            <ButtonLink key={change.href} href={change.href} look="secondary">
              {change.label}
            </ButtonLink>
          ))}
        </div>
      </PageHeading>
      {view.notice && (
        <p class={`flash flash--${view.notice.tone}`}>
          <strong>{view.notice.text}</strong>
        </p>
      )}
      <div class="columns">
        <div class="columns__main">
          {view.attendance && <AttendanceRegister view={view.attendance} />}
          <Places view={view} />
          {view.waiting.length > 0 && <WaitingList lines={view.waiting} />}
          {view.attendanceNote !== undefined && <p class="card card--note">{view.attendanceNote}</p>}
        </div>
        <div class="columns__side">
          <Card title="The session">
            <SummaryList rows={view.facts} />
          </Card>
          <Card title="What happened">
            <ol class="lines">
              {view.history.map((line) => (
                <li key={line.key} class="lines__item">
                  <span class="lines__moment">{line.when}</span>
                  <strong>{line.what}</strong>
                  <span class="lines__small">{line.who}</span>
                </li>
              ))}
            </ol>
          </Card>
        </div>
      </div>
    </Layout>
  );
}

function Places({ view }: { readonly view: SessionView }) {
  const mayGiveUp = view.register.some(({ giveUp }) => giveUp !== undefined);
  return (
    <section class="card card--table" aria-label="Teachers who have a place">
      {view.register.length === 0 ? (
        <EmptyState view={view.empty} />
      ) : (
        <DataTable
          caption="Teachers who have a place"
          columns={[teacherColumn, ...schoolColumns, statusColumn, ...(mayGiveUp ? [placeColumn] : [])]}
          rows={view.register}
          rowKey={(line) => line.key}
        />
      )}
    </section>
  );
}

function WaitingList({ lines }: { readonly lines: readonly RegisterLineView[] }) {
  return (
    <Card title="Waiting list">
      <p class="muted">Whoever gives up a place lets the first of them in.</p>
      <ol class="lines">
        {lines.map((line, index) => (
          <li key={line.key} class="lines__item lines__item--split">
            <span class="lines__words">
              <strong>
                {index + 1}. {line.teacher}
              </strong>
              <span class="lines__small">
                {line.school},{' '}
                <a href={line.link.href} class="link">
                  {line.link.label}
                </a>
              </span>
              <Tag tag={line.status} />
            </span>
            {line.giveUp && <OneButton view={line.giveUp} />}
          </li>
        ))}
      </ol>
    </Card>
  );
}
