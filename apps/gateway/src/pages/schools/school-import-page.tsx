import { OneButton, type OneButtonView } from '../components/button.js';
import { Card } from '../components/card.js';
import { type Column, DataTable } from '../components/data-table.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList, type SummaryRow } from '../components/summary-list.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import type { FormView } from '../forms/form-view.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';

export interface ImportProblemView {
  readonly line: number;
  readonly column: string;
  readonly sentence: string;
}

export interface ImportResultView {
  /** `Dry run of register.csv: nothing was changed`. */
  readonly title: string;
  /** Rows read, new schools, changed, unchanged, with errors. */
  readonly figures: readonly SummaryRow[];
  readonly problems: readonly ImportProblemView[];
  /** How many more problems the file has than are listed. */
  readonly moreProblems: number;
}

export interface SchoolImportView {
  readonly form: FormView;
  readonly result?: ImportResultView;
  /** After a dry run: take the very file that was read. */
  readonly accept?: OneButtonView;
}

const COLUMNS: readonly Column<ImportProblemView>[] = [
  { title: 'Line', cell: (problem) => problem.line.toLocaleString('en-GB') },
  { title: 'Column', cell: (problem) => problem.column },
  { title: 'What is wrong', cell: (problem) => problem.sentence },
];

export function SchoolImportPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: SchoolImportView;
}) {
  return (
    <Layout frame={frame} title="Import schools" hasErrors={view.form.errors.length > 0}>
      <ErrorSummary form={view.form} />
      <PageHeading
        heading="Import schools"
        lead="The register, the census or the links between schools: the file is recognised by its first line."
      />
      <div class="columns columns--even">
        <div class="columns__main">
          {view.result && <Result result={view.result} accept={view.accept} />}
          <Card title="Choose a file">
            <Form form={view.form} />
          </Card>
        </div>
      </div>
    </Layout>
  );
}

interface ResultProps {
  readonly result: ImportResultView;
  readonly accept: OneButtonView | undefined;
}

function Result({ result, accept }: ResultProps) {
  return (
    <Card title={result.title}>
      <SummaryList rows={result.figures} />
      {result.problems.length > 0 && (
        <>
          <h3 class="heading heading--s">Rows with errors</h3>
          <DataTable
            caption="Rows with errors"
            columns={COLUMNS}
            rows={result.problems}
            rowKey={(problem) => `${problem.line}-${problem.column}`}
          />
        </>
      )}
      {result.moreProblems > 0 && <p class="muted">and {result.moreProblems.toLocaleString('en-GB')} more</p>}
      {accept && <OneButton view={accept} />}
    </Card>
  );
}
