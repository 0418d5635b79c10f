import { Card } from '../components/card.js';
import { type Column, DataTable } from '../components/data-table.js';
import { EmptyState } from '../components/empty-state.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList } from '../components/summary-list.js';
import { Tag } from '../components/tag.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import type { FormView } from '../forms/form-view.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import type { RegisterLineView, SessionView } from './training-view.js';

const COLUMNS: readonly Column<RegisterLineView>[] = [
  { title: 'Teacher', cell: (line) => <strong>{line.teacher}</strong> },
  { title: 'School', cell: (line) => line.school },
  {
    title: 'Link',
    cell: (line) =>
      line.link === undefined ? (
        <span class="muted">none</span>
      ) : (
        <a href={line.link.href} class="link link--ref">
          {line.link.label}
        </a>
      ),
  },
  {
    title: 'Register',
    cell: (line) => (
      <>
        <Tag tag={line.status} />
        {line.actions.map((action) => (
          <a key={action.href} href={action.href} class="link link--after">
            {action.label}
            <span class="govuk-visually-hidden">: {line.teacher}</span>
          </a>
        ))}
      </>
    ),
  },
];

export function SessionPage({ frame, view }: { readonly frame: PageFrame; readonly view: SessionView }) {
  const forms = [view.attendance, view.enrol].filter((form): form is FormView => form !== undefined);
  const withErrors = forms.filter((form) => form.errors.length > 0);
  return (
    <Layout frame={frame} title={view.heading} hasErrors={withErrors.length > 0}>
      {withErrors.map((form) => (
        <ErrorSummary key={form.action} form={form} />
      ))}
      <PageHeading eyebrow={view.eyebrow} heading={view.heading} />
      <div class="columns">
        <div class="columns__main">
          <section class="card card--table" aria-label="Teachers enrolled">
            {view.register.length === 0 ? (
              <EmptyState view={view.empty} />
            ) : (
              <DataTable
                caption="Teachers enrolled"
                columns={COLUMNS}
                rows={view.register}
                rowKey={(line) => line.teacherId}
              />
            )}
          </section>
          {view.attendance && (
            <Card title="Who came?">
              <Form form={view.attendance} />
            </Card>
          )}
          {view.attendanceNote !== undefined && <p class="card card--note">{view.attendanceNote}</p>}
        </div>
        <div class="columns__side">
          <Card title="The session">
            <SummaryList rows={view.facts} />
          </Card>
          {view.enrol && (
            <Card title="Enrol a teacher">
              <Form form={view.enrol} />
            </Card>
          )}
        </div>
      </div>
    </Layout>
  );
}
