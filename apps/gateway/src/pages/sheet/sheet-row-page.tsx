import { ButtonLink } from '../components/button.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import type { ChangedMeanwhile, FormView } from '../forms/form-view.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';
import { PageHeading } from '../components/page-heading.js';

export interface SheetRowPageView {
  readonly ref: string;
  readonly eyebrow: string;
  readonly form: FormView;
  /** What was saved just now of several cells. */
  readonly saved: readonly string[];
  /** Cells that need more than a day, each with its form. */
  readonly asks: readonly LinkTo[];
  readonly changed?: ChangedMeanwhile;
}

/** One row of the sheet as a form: what works without JavaScript, and on a small screen. */
export function SheetRowPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: SheetRowPageView;
}) {
  const { form, saved, asks } = view;
  return (
    <Layout frame={frame} title={`Row ${view.ref}`} hasErrors={form.errors.length > 0} ground="narrow">
      <ErrorSummary form={form} />
      {saved.length > 0 && (
        <div class="flash flash--green" role="status">
          <ul class="flash__more">
            {saved.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <PageHeading eyebrow={view.eyebrow} heading={view.ref} />
      {asks.length > 0 && (
        <section class="card" aria-labelledby="asks">
          <h2 class="heading heading--m" id="asks">
            A little more is needed
          </h2>
          <ul class="lines">
            {asks.map(({ href, label }) => (
              <li key={href}>
                <ButtonLink href={href} look="secondary">
                  {label}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="muted">
        Type a day such as 27/11, 27 Nov, 27.11.2026 or today. A dash skips a step. What you leave as it is
        stays as it is.
      </p>
      <Form form={form} />
    </Layout>
  );
}
