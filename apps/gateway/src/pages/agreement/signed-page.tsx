import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import { Commitments, Contact, GoodNews, TwoClasses, YourCopy } from './agreement-text.js';
import type { SignedView } from './signing-view.js';

export function SignedPage({ frame, view }: { readonly frame: PageFrame; readonly view: SignedView }) {
  return (
    <Layout frame={frame} title="Agreement signed" ground="narrow">
      <div class="signing">
        <p class="eyebrow">{view.agreement.eyebrow}</p>
        <h1 class="heading heading--l">Thank you: the agreement is signed</h1>
        <GoodNews sentence={view.headline} />
        <TwoClasses pair={view.agreement} />
        <h2 class="heading heading--m">What happens next</h2>
        <ul class="plain-list">
          {view.next.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <Commitments agreement={view.agreement} heading="What your school agreed to" />
        <YourCopy copy={view.copy} />
        <Contact contact={view.contact} />
      </div>
    </Layout>
  );
}
