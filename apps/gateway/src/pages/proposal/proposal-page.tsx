import { Contact, GoodNews, TwoClasses } from '../agreement/agreement-text.js';
import { OneButton } from '../components/button.js';
import { SummaryList } from '../components/summary-list.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import type { OfferView, ProposalView } from './proposal-view.js';

export function ProposalPage({ frame, view }: { readonly frame: PageFrame; readonly view: ProposalView }) {
  return (
    <Layout
      frame={frame}
      title={titleOf(view)}
      hasErrors={view.state === 'no' && view.form.errors.length > 0}
      ground="narrow"
    >
      <div class="signing">
        <Body view={view} />
        {'contact' in view && <Contact contact={view.contact} />}
        {view.state === 'open' && <p class="muted">{view.notice}</p>}
      </div>
    </Layout>
  );
}

function titleOf(view: ProposalView): string {
  switch (view.state) {
    case 'open':
      return view.offer.title;
    case 'no':
      return view.title;
    case 'accepted':
      return 'Thank you for your yes';
    case 'declined':
      return 'Your school said no to this partner';
    case 'paused':
      return 'This link is paused';
    case 'ended':
      return 'This question is no longer open';
    case 'expired':
      return 'This link has expired';
    case 'sent-again':
      return 'A new link is on its way';
    case 'not-found':
      return 'We do not know this link';
  }
}

function Body({ view }: { readonly view: ProposalView }) {
  const heading = <h1 class="heading heading--l">{titleOf(view)}</h1>;
  switch (view.state) {
    case 'open':
      return (
        <>
          <p class="eyebrow">{view.offer.eyebrow}</p>
          {heading}
          <TwoClasses pair={view.offer.pair} />
          <p>{view.offer.lead}</p>
          <Partner offer={view.offer} />
          <h2 class="heading heading--m">Your answer</h2>
          <OneButton view={view.yes} />
          <p>
            <a href={view.noHref} class="link link--tall">
              No, we would rather not link with this class
            </a>
          </p>
        </>
      );
    case 'no':
      return (
        <>
          <ErrorSummary form={view.form} />
          <p class="eyebrow">{view.school}</p>
          {heading}
          {view.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <Form form={view.form} />
        </>
      );
    case 'accepted':
      return (
        <>
          <p class="eyebrow">{view.offer.eyebrow}</p>
          {heading}
          <GoodNews sentence={view.sentence} />
          <TwoClasses pair={view.offer.pair} />
          <h2 class="heading heading--m">What happens next</h2>
          <ul class="plain-list">
            {view.next.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      );
    case 'declined':
      return (
        <>
          {heading}
          <p>{view.sentence} Thank you for telling us.</p>
          <p>Your local facilitator has been told and looks at what is possible.</p>
        </>
      );
    case 'paused':
      return (
        <>
          {heading}
          <p>There is nothing for you to do now. Your local facilitator tells you when it goes on.</p>
        </>
      );
    case 'ended':
      return (
        <>
          {heading}
          <p>{view.sentence} There is nothing for you to do here.</p>
        </>
      );
    case 'expired':
      return (
        <>
          {heading}
          <p>Links to answer work for a limited time. A new one goes to the same address at once.</p>
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
            The address may be cut off. Open it again from the mail, or copy the whole line into the browser.
          </p>
        </>
      );
  }
}

function Partner({ offer }: { readonly offer: OfferView }) {
  return (
    <>
      <SummaryList rows={offer.facts} />
      {offer.reasons.length > 0 && (
        <>
          <h2 class="heading heading--m">Why this partner</h2>
          <ul class="plain-list">
            {offer.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
      <h2 class="heading heading--m">{offer.askedTitle}</h2>
      <p>{offer.askedLead}</p>
      <ul class="plain-list">
        {offer.asked.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  );
}
