import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import type { TeacherFormView } from './teacher-view.js';

export function TeacherFormPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: TeacherFormView;
}) {
  return (
    <Layout frame={frame} title={view.title} hasErrors={view.form.errors.length > 0} ground="narrow">
      <div class="signing teacher-form">
        <ErrorSummary form={view.form} />
        <p class="eyebrow">{view.eyebrow}</p>
        <h1 class="heading heading--l">{view.title}</h1>
        {view.lead !== undefined && <p>{view.lead}</p>}
        <Form form={view.form} />
      </div>
    </Layout>
  );
}
