import { Card } from '../components/card.js';
import { PageHeading } from '../components/page-heading.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import type { FormView } from '../forms/form-view.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

export interface AddSchoolView {
  readonly form: FormView;
  /** Schools that it may be; looked at before it is added. */
  readonly similar: readonly (LinkTo & { readonly words: string })[];
}

/** A school that the register does not have yet. What may be the same school stands first. */
export function AddSchoolPage({ frame, view }: { readonly frame: PageFrame; readonly view: AddSchoolView }) {
  const { form, similar } = view;
  return (
    <Layout
      frame={frame}
      title="Add a school that is not in the register"
      hasErrors={form.errors.length > 0}
      ground="narrow"
    >
      <ErrorSummary form={form} />
      <PageHeading
        heading="Add a school that is not in the register"
        lead="For a school that has no URN yet. Search for it first: once the register has it, you join the two, and its links and interests stay."
      />
      {similar.length > 0 && (
        <Card title="Is it one of these?">
          <ul class="lines">
            {similar.map((one) => (
              <li key={one.href} class="lines__item">
                <a href={one.href} class="link link--strong">
                  {one.label}
                </a>
                <span class="lines__small">{one.words}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <div class="card">
        <Form form={form} />
      </div>
    </Layout>
  );
}
