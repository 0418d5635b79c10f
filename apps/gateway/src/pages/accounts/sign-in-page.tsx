import { Card } from '../components/card.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import type { FormView } from '../forms/form-view.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';

export interface SignInView {
  readonly form: FormView;
  /** Only in the demonstration: who can sign in, and with which password. */
  readonly demonstration?: {
    readonly password: string;
    readonly people: readonly { readonly email: string; readonly role: string }[];
  };
}

export function SignInPage({ frame, view }: { readonly frame: PageFrame; readonly view: SignInView }) {
  return (
    <Layout frame={frame} title="Sign in" hasErrors={view.form.errors.length > 0} ground="narrow">
      <ErrorSummary form={view.form} />
      <h1 class="heading heading--l">Sign in</h1>
      <div class="card">
        <Form form={view.form} />
        <p class="alone">
          <a href="/forgotten-password" class="link">
            Forgotten your password?
          </a>
        </p>
      </div>
      {view.demonstration && <DemoPeople demonstration={view.demonstration} />}
    </Layout>
  );
}

function DemoPeople({ demonstration }: { readonly demonstration: NonNullable<SignInView['demonstration']> }) {
  return (
    <Card title="Who you can be in this demonstration">
      <ul class="lines">
        {demonstration.people.map((person) => (
          <li key={person.email} class="lines__item lines__item--split">
            <span>{person.role}</span>
            <code class="code">{person.email}</code>
          </li>
        ))}
        <li class="lines__item lines__item--split">
          <span>Password for all of them</span>
          <code class="code">{demonstration.password}</code>
        </li>
      </ul>
    </Card>
  );
}
