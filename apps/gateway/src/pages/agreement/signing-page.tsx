import { OneButton } from '../components/button.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import { Commitments, Contact, GoodNews, TwoClasses, YourCopy } from './agreement-text.js';
import type { SigningView } from './signing-view.js';

export function SigningPage({ frame, view }: { readonly frame: PageFrame; readonly view: SigningView }) {
  return (
    <Layout
      frame={frame}
      title={signingTitle(view)}
      hasErrors={'form' in view && view.form.errors.length > 0}
      ground="narrow"
    >
      <div class="signing">
        <Body view={view} />
      </div>
    </Layout>
  );
}

function signingTitle(view: SigningView): string {
  switch (view.state) {
    case 'open':
    case 'signed':
      return `Linking agreement for ${view.agreement.school}`;
    case 'answer':
      return view.title;
    case 'declined':
      return 'Your school declined this agreement';
    case 'expired':
      return 'This link has expired';
    case 'sent-again':
      return 'A new link is on its way';
    case 'revoked':
      return 'This agreement is no longer asked for';
    case 'not-found':
      return 'We do not know this link';
  }
}

function Body({ view }: { readonly view: SigningView }) {
  switch (view.state) {
    case 'open':
      return <Open view={view} />;
    case 'signed':
      return (
        <>
          <p class="eyebrow">{view.agreement.eyebrow}</p>
          <h1 class="heading heading--l">{signingTitle(view)}</h1>
          <GoodNews sentence={view.sentence} />
          <TwoClasses pair={view.agreement} />
          <Commitments agreement={view.agreement} heading="What your school agreed to" />
          <YourCopy copy={view.copy} />
          {view.revokeHref !== undefined && (
            <p>
              You are the new headteacher and your school cannot go on?{' '}
              <a href={view.revokeHref} class="link link--tall">
                Take the signature back
              </a>
            </p>
          )}
          <Contact contact={view.contact} />
        </>
      );
    case 'answer':
      return (
        <>
          <ErrorSummary form={view.form} />
          <p class="eyebrow">{view.school}</p>
          <h1 class="heading heading--l">{view.title}</h1>
          {view.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <Form form={view.form} />
          <Contact contact={view.contact} />
        </>
      );
    case 'declined':
      return (
        <>
          <h1 class="heading heading--l">{signingTitle(view)}</h1>
          <p>{view.sentence} Thank you for telling us.</p>
          <p>
            Your local facilitator has been told and will talk with you. If your school can sign after all,
            the agreement is sent to you again.
          </p>
          <Contact contact={view.contact} />
        </>
      );
    case 'expired':
      return (
        <>
          <h1 class="heading heading--l">{signingTitle(view)}</h1>
          <p>
            Links to sign work for a limited time, to keep the agreement safe. A new one goes to the same
            address at once.
          </p>
          <OneButton view={view.sendAgain} />
          {view.contact && <Contact contact={view.contact} />}
        </>
      );
    case 'sent-again':
      return (
        <>
          <h1 class="heading heading--l">{signingTitle(view)}</h1>
          <p>We have sent it to the address the first one went to. It is there within a few minutes.</p>
          {view.contact && <Contact contact={view.contact} />}
        </>
      );
    case 'revoked':
      return (
        <>
          <h1 class="heading heading--l">{signingTitle(view)}</h1>
          <p>{view.sentence} There is nothing for you to do here.</p>
          {view.contact && <Contact contact={view.contact} />}
        </>
      );
    case 'not-found':
      return (
        <>
          <h1 class="heading heading--l">{signingTitle(view)}</h1>
          <p>
            The address may be cut off. Open it again from the mail, or copy the whole line into the browser.
          </p>
        </>
      );
  }
}

function Open({ view }: { readonly view: Extract<SigningView, { readonly state: 'open' }> }) {
  return (
    <>
      <ErrorSummary form={view.form} />
      <p class="eyebrow">{view.agreement.eyebrow}</p>
      <h1 class="heading heading--l">{signingTitle(view)}</h1>
      <TwoClasses pair={view.agreement} />
      {view.agreement.partnerSigned !== undefined && <GoodNews sentence={view.agreement.partnerSigned} />}
      <Commitments agreement={view.agreement} />
      <h2 class="heading heading--m">Sign</h2>
      <Form form={view.form} />
      {view.otherSigner && (
        <p>
          <a href={view.otherSigner.href} class="link link--tall">
            {view.otherSigner.label}
          </a>
        </p>
      )}
      <p>
        <a href={view.declineHref} class="link link--tall">
          We cannot sign this agreement
        </a>
      </p>
      <Contact contact={view.contact} />
      <p class="muted">{view.notice}</p>
    </>
  );
}
