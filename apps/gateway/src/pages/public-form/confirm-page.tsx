import { ButtonLink, OneButton } from '../components/button.js';
import { SummaryList } from '../components/summary-list.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import type { ConfirmView } from './public-form-view.js';
import { Problem } from './problem.js';
import { WriteTo } from './write-to.js';

/** What the mail of the public form leads to. */
export function ConfirmPage({ frame, view }: { readonly frame: PageFrame; readonly view: ConfirmView }) {
  const hasErrors = view.state === 'open' && view.problem !== undefined;
  return (
    <Layout frame={frame} title={titleOf(view)} hasErrors={hasErrors} ground="narrow">
      <div class="public-form">
        <Body view={view} />
      </div>
    </Layout>
  );
}

function titleOf(view: ConfirmView): string {
  switch (view.state) {
    case 'open':
      return 'Is this right?';
    case 'recorded':
    case 'known':
      return view.heading;
    case 'expired':
      return 'This link has expired';
    case 'sent-again':
      return 'A new link is on its way';
    case 'not-found':
      return 'We do not know this link';
  }
}

function Body({ view }: { readonly view: ConfirmView }) {
  const heading = <h1 class="heading heading--l">{titleOf(view)}</h1>;
  switch (view.state) {
    case 'open':
      return (
        <>
          {view.problem !== undefined && <Problem sentence={view.problem} />}
          <p class="eyebrow">{view.eyebrow}</p>
          {heading}
          <p>This is what was sent for {view.school}. Nothing is recorded before you confirm it.</p>
          <div class="card">
            <SummaryList rows={view.facts} />
            <OneButton view={view.confirm} />
          </div>
          <p>
            Something is wrong?{' '}
            <a href="/interest" class="link link--tall">
              Fill in the form again
            </a>
            : the newest one counts. Was it not you? Close this page, and it is erased.
          </p>
        </>
      );
    case 'recorded':
    case 'known':
      return (
        <>
          {heading}
          {view.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <WriteTo to={view.writeTo} />
        </>
      );
    case 'expired':
      return (
        <>
          {heading}
          <p>
            Links in our mails work for a limited time. What you typed is still here; a new link goes to the
            same address at once.
          </p>
          <OneButton view={view.sendAgain} />
        </>
      );
    case 'sent-again':
      return (
        <>
          {heading}
          <p>We have sent it to the address the first one went to. It is there within a few minutes.</p>
        </>
      );
    case 'not-found':
      return (
        <>
          {heading}
          <p>
            The address may be cut off: open it again from the mail, or copy the whole line into the browser.
            What nobody confirmed within two weeks is erased.
          </p>
          <ButtonLink href="/interest" look="secondary">
            Fill in the form again
          </ButtonLink>
        </>
      );
  }
}
