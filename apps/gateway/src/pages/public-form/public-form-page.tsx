import { ButtonLink } from '../components/button.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import { FindSchool } from './find-school.js';
import type { PublicFormView } from './public-form-view.js';
import { WriteTo } from './write-to.js';

/** A school without an account tells that it would like to link. */
export function PublicFormPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: PublicFormView;
}) {
  const hasErrors =
    (view.state === 'form' && view.form.errors.length > 0) ||
    (view.state === 'find' && view.problem !== undefined);
  return (
    <Layout frame={frame} title={titleOf(view)} hasErrors={hasErrors} ground="narrow">
      <div class="public-form">
        <Body view={view} />
      </div>
    </Layout>
  );
}

const titleOf = (view: PublicFormView) =>
  view.state === 'sent' ? 'One more step: open your mailbox' : 'Link a class of your school';

function Body({ view }: { readonly view: PublicFormView }) {
  switch (view.state) {
    case 'not-in-use':
      return (
        <>
          <h1 class="heading heading--l">{titleOf(view)}</h1>
          <p>
            Schools cannot sign up on this page at present. Please write to us: we put you in contact with the
            local facilitator of your area.
          </p>
          <WriteTo to={view.writeTo} />
        </>
      );
    case 'find':
      return <FindSchool view={view} />;
    case 'form':
      return (
        <>
          <ErrorSummary form={view.form} />
          <p class="eyebrow">
            {view.school.name} · {view.school.place}
          </p>
          <h1 class="heading heading--l">{titleOf(view)}</h1>
          {view.notice !== undefined && <p class="attention attention--amber">{view.notice}</p>}
          <p>
            Two classes from different communities get to know each other over a school year. Tell us who you
            are and which classes would like to take part; nothing is settled by this.
          </p>
          <div class="card">
            <Form form={view.form} />
          </div>
          <p class="muted">
            We use what you tell us to find a partner and to write to you.{' '}
            <a href="/privacy" class="link">
              How we use what you tell us
            </a>
          </p>
        </>
      );
    case 'sent':
      return (
        <>
          <h1 class="heading heading--l">{titleOf(view)}</h1>
          <p>
            We have sent a mail to the address that you typed. Open it and confirm there: only then your
            interest is recorded. The button in it works for {view.validDays} days.
          </p>
          <p class="muted">
            It may take a few minutes; look into the spam folder too. Sent again within five minutes, the form
            brings no second mail.
          </p>
          {view.demonstration && (
            <>
              <p>In this demonstration no mail leaves the machine.</p>
              {view.demonstration.href !== undefined && (
                <ButtonLink href={view.demonstration.href}>Open what the mail leads to</ButtonLink>
              )}
            </>
          )}
        </>
      );
  }
}
