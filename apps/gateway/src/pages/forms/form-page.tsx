import { MailsPaused } from '../components/mails-paused.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList, type SummaryRow } from '../components/summary-list.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import { ErrorSummary } from './error-summary.js';
import { Form } from './form.js';
import type { FormView } from './form-view.js';

export interface FormPageView {
  readonly title: string;
  /** `BRD-2026-014 · Brook Lane Primary and St Aidan’s CofE Primary`. */
  readonly eyebrow?: string;
  readonly intro?: string;
  /** Since when and why no mail of the network leaves; absent while they go. */
  readonly mailsPaused?: string;
  /** What is known already, such as the entry that is corrected. */
  readonly known?: readonly SummaryRow[];
  readonly form: FormView;
}

/** One command, asked on a page of its own. Sent again with 422 when something is wrong. */
export function FormPage({ frame, view }: { readonly frame: PageFrame; readonly view: FormPageView }) {
  return (
    <Layout frame={frame} title={view.title} hasErrors={view.form.errors.length > 0} ground="narrow">
      <ErrorSummary form={view.form} />
      <PageHeading
        heading={view.title}
        {...(view.eyebrow === undefined ? {} : { eyebrow: view.eyebrow })}
        {...(view.intro === undefined ? {} : { lead: view.intro })}
      />
      <MailsPaused words={view.mailsPaused} />
      {view.known && <SummaryList rows={view.known} />}
      <Form form={view.form} />
    </Layout>
  );
}

/** The same as a piece of another page, which has its own main heading. */
export function FormPiece({ view }: { readonly view: FormPageView }) {
  return (
    <>
      <h2 class="heading heading--m">{view.title}</h2>
      {view.eyebrow !== undefined && <p class="muted">{view.eyebrow}</p>}
      <ErrorSummary form={view.form} />
      {view.known && <SummaryList rows={view.known} />}
      <Form form={view.form} />
    </>
  );
}
