import { ButtonLink } from '../components/button.js';
import { Layout } from './layout.js';
import type { LinkTo, PageFrame } from './page-frame.js';

export interface MessagePageView {
  readonly heading: string;
  readonly sentences: readonly string[];
  /** A number people can quote when they ask for help. */
  readonly reference?: string;
  readonly onward?: LinkTo;
}

/** One message and one way on: not found, not allowed, something went wrong. */
export function MessagePage({ frame, view }: { readonly frame: PageFrame; readonly view: MessagePageView }) {
  return (
    <Layout frame={frame} title={view.heading} ground="narrow">
      <h1 class="heading heading--l">{view.heading}</h1>
      {view.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {view.reference !== undefined && <p class="muted">When you ask for help, quote {view.reference}.</p>}
      {view.onward && <ButtonLink href={view.onward.href}>{view.onward.label}</ButtonLink>}
    </Layout>
  );
}

export function notFoundView(home: string): MessagePageView {
  return {
    heading: 'Page not found',
    sentences: ['There is nothing at this address, or it belongs to a programme you do not look after.'],
    onward: { href: home, label: 'Go to the links' },
  };
}

export function errorView(home: string, reference: string): MessagePageView {
  return {
    heading: 'Something went wrong on our side',
    sentences: [
      'What you sent may not have been saved. Look at the page again before you repeat it: asking twice does no harm.',
    ],
    reference,
    onward: { href: home, label: 'Go to the links' },
  };
}
