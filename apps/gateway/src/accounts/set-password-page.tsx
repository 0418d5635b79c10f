import { ErrorSummary } from '../pages/forms/error-summary.js';
import { Form } from '../pages/forms/form.js';
import type { FormView } from '../pages/forms/form-view.js';
import { Layout } from '../pages/layout/layout.js';
import type { PageFrame } from '../pages/layout/page-frame.js';

export function SetPasswordPage({ frame, form }: { readonly frame: PageFrame; readonly form: FormView }) {
  return (
    <Layout frame={frame} title="Set your password" hasErrors={form.errors.length > 0} ground="narrow">
      <ErrorSummary form={form} />
      <h1 class="heading heading--l">Set your password</h1>
      <div class="card">
        <Form form={form} />
      </div>
    </Layout>
  );
}
