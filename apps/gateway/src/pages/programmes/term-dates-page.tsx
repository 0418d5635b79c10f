import { Card } from '../components/card.js';
import { PageHeading } from '../components/page-heading.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import type { FormView } from '../forms/form-view.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';

export interface TermDatesView {
  readonly eyebrow: string;
  readonly heading: string;
  readonly dates: FormView;
  readonly file: FormView;
  /** What a file said, before anything of it is saved. */
  readonly read?: {
    readonly sentence: string;
    readonly leftOutTitle: string;
    readonly leftOut: readonly string[];
  };
}

/** The dates of one year: typed, or read from a file and looked at before they are saved. */
export function TermDatesPage({ frame, view }: { readonly frame: PageFrame; readonly view: TermDatesView }) {
  const wrong = [view.dates, view.file].filter(({ errors }) => errors.length > 0);
  return (
    <Layout frame={frame} title={view.heading} hasErrors={wrong.length > 0}>
      {wrong.map((form) => (
        <ErrorSummary key={form.action} form={form} />
      ))}
      <PageHeading
        eyebrow={view.eyebrow}
        heading={view.heading}
        lead="Mails, targets and warnings of your links follow these days."
      />
      <div class="columns">
        <div class="columns__main">
          {view.read && (
            <div class="flash flash--amber" role="status">
              <p class="flash__text">{view.read.sentence}</p>
              {view.read.leftOut.length > 0 && (
                <>
                  <p>{view.read.leftOutTitle}</p>
                  <ul class="flash__more">
                    {view.read.leftOut.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                </>
              )}
            </div>
          )}
          <Card title="Dates">
            <Form form={view.dates} />
          </Card>
        </div>
        <div class="columns__side">
          <Card title="Read them from a file">
            <Form form={view.file} />
          </Card>
        </div>
      </div>
    </Layout>
  );
}
