import { Card } from '../components/card.js';
import { type Column, DataTable } from '../components/data-table.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList, type SummaryRow } from '../components/summary-list.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import type { FormView } from '../forms/form-view.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import { Cautions } from './cautions.js';

export interface ComparisonRow {
  readonly what: string;
  readonly a: string;
  readonly b: string;
}

export interface ProposeView {
  readonly title: string;
  readonly lead: string;
  /** How the two schools are called above the columns. */
  readonly names: { readonly a: string; readonly b: string };
  readonly comparison: readonly ComparisonRow[];
  readonly reasons: readonly string[];
  readonly unknown?: string;
  readonly cautions: readonly string[];
  /** What the place asks for this year. */
  readonly priorities: readonly SummaryRow[];
  readonly form: FormView;
}

/** Two classes side by side, why they fit and what to bear in mind, and the form that proposes them. */
export function ProposePage({ frame, view }: { readonly frame: PageFrame; readonly view: ProposeView }) {
  const columns: readonly Column<ComparisonRow>[] = [
    { title: 'Compared', cell: (row) => row.what },
    { title: view.names.a, cell: (row) => row.a },
    { title: view.names.b, cell: (row) => row.b },
  ];
  return (
    <Layout frame={frame} title={view.title} hasErrors={view.form.errors.length > 0}>
      <ErrorSummary form={view.form} />
      <PageHeading heading={view.title} lead={view.lead} />
      <div class="columns">
        <div class="columns__main">
          <section class="card card--table" aria-label="Side by side">
            <DataTable
              caption="The two classes side by side"
              columns={columns}
              rows={view.comparison}
              rowKey={(row) => row.what}
            />
          </section>
        </div>
        <div class="columns__side">
          <Card title="Why they fit">
            <ul class="partners__reasons">
              {view.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
            {view.unknown !== undefined && <p class="muted">{view.unknown}</p>}
          </Card>
          {view.cautions.length > 0 && (
            <Card title="Bear in mind">
              <Cautions cautions={view.cautions} />
            </Card>
          )}
          {view.priorities.length > 0 && (
            <Card title="Local priorities">
              <SummaryList rows={view.priorities} />
            </Card>
          )}
          <Card title="Propose this link">
            <Form form={view.form} />
          </Card>
        </div>
      </div>
    </Layout>
  );
}
