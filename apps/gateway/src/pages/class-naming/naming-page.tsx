import { Contact, GoodNews } from '../agreement/agreement-text.js';
import { OneButton } from '../components/button.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import type { NamingView } from './naming-view.js';

/** Where a head names the teacher of a class: four fields, also on a phone. */
export function NamingPage({ frame, view }: { readonly frame: PageFrame; readonly view: NamingView }) {
  return (
    <Layout
      frame={frame}
      title={titles[view.state]}
      hasErrors={'form' in view && view.form.errors.length > 0}
      ground="narrow"
    >
      <div class="signing naming">
        <Body view={view} />
      </div>
    </Layout>
  );
}

const titles: Readonly<Record<NamingView['state'], string>> = {
  open: 'Who is your linking teacher?',
  named: 'Thank you, we know your linking teacher',
  expired: 'This link has expired',
  'sent-again': 'A new link is on its way',
  over: 'This is no longer asked for',
  'not-found': 'We do not know this link',
};

function Body({ view }: { readonly view: NamingView }) {
  const heading = <h1 class="heading heading--l">{titles[view.state]}</h1>;
  switch (view.state) {
    case 'open':
      return (
        <>
          <ErrorSummary form={view.form} />
          <p class="eyebrow">{view.eyebrow}</p>
          {heading}
          <p>{view.lead}</p>
          <Form form={view.form} />
          <Contact contact={view.contact} />
          <p class="muted">{view.notice}</p>
        </>
      );
    case 'named':
      return (
        <>
          <p class="eyebrow">{view.eyebrow}</p>
          {heading}
          <GoodNews sentence={view.sentence} />
          <p>
            Your local facilitator invites the teacher to the training. Has something changed, or is something
            wrong here? Write to us and we put it right.
          </p>
          <Contact contact={view.contact} />
        </>
      );
    case 'expired':
      return (
        <>
          {heading}
          <p>These links work for a limited time. A new one goes to the same address at once.</p>
          <OneButton view={view.sendAgain} />
          <Contact contact={view.contact} />
        </>
      );
    case 'sent-again':
      return (
        <>
          {heading}
          <p>We have sent it to the address the first one went to. It is there within a few minutes.</p>
          <Contact contact={view.contact} />
        </>
      );
    case 'over':
      return (
        <>
          {heading}
          <p>
            The link has ended or rests, or somebody else is asked now. There is nothing for you to do here.
          </p>
          <Contact contact={view.contact} />
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
