import { ButtonLink } from '../components/button.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import type { FormView } from '../forms/form-view.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';

export type ForgottenPasswordView =
  | { readonly state: 'ask'; readonly form: FormView }
  /** The same words whether or not there is such an account. */
  | { readonly state: 'asked'; readonly demonstration: boolean }
  /** No mail server is set up, so no mail can be promised. */
  | { readonly state: 'no-mail' };

export function ForgottenPasswordPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: ForgottenPasswordView;
}) {
  const hasErrors = view.state === 'ask' && view.form.errors.length > 0;
  return (
    <Layout frame={frame} title="Forgotten your password?" hasErrors={hasErrors} ground="narrow">
      {view.state === 'ask' && <ErrorSummary form={view.form} />}
      <h1 class="heading heading--l">Forgotten your password?</h1>
      <div class="card">
        <Content view={view} />
      </div>
    </Layout>
  );
}

function Content({ view }: { readonly view: ForgottenPasswordView }) {
  switch (view.state) {
    case 'ask':
      return (
        <>
          <p>We mail you an address with which you set a new one. It works once, for 30 minutes.</p>
          <Form form={view.form} />
        </>
      );
    case 'asked':
      return (
        <>
          <p>
            If there is an account with this e-mail address, a mail is on its way. It may take a minute; look
            into the spam folder too.
          </p>
          <p>
            {view.demonstration
              ? 'In this demonstration no mail leaves the machine: sign in as the administrator and read it under Users, on the page of the account.'
              : 'No mail after ten minutes? Ask your administrator for an address to set a password.'}
          </p>
          <ButtonLink href="/sign-in" look="secondary">
            Back to the sign-in
          </ButtonLink>
        </>
      );
    case 'no-mail':
      return (
        <>
          <p>
            Ask your administrator for an address to set a new password. She makes one on your page under
            Users, or with <code class="code">linking users offer-password</code>.
          </p>
          <ButtonLink href="/sign-in" look="secondary">
            Back to the sign-in
          </ButtonLink>
        </>
      );
  }
}
