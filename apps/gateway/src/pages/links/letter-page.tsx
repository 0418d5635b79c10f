import type { Letter } from '@linking/notices/letter-to-head.js';
import { PageHeading } from '../components/page-heading.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';

export interface LetterView {
  readonly eyebrow: string;
  readonly heading: string;
  readonly lead: string;
  /** Head and school, a line each. */
  readonly to: readonly string[];
  /** `13 January 2027`. */
  readonly day: string;
  readonly letter: Letter;
}

/** A letter to print or to copy; only the letter comes out of the printer. */
export function LetterPage({ frame, view }: { readonly frame: PageFrame; readonly view: LetterView }) {
  const { letter } = view;
  return (
    <Layout frame={frame} title={view.heading}>
      <PageHeading eyebrow={view.eyebrow} heading={view.heading} lead={view.lead} />
      <article class="card letter" aria-label={view.heading}>
        <address class="letter__to">
          {view.to.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
        <p class="letter__day">{view.day}</p>
        <p>{letter.greeting}</p>
        {letter.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p class="letter__signature">
          {letter.signature.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      </article>
    </Layout>
  );
}
