import { Layout } from './layout.js';
import type { PageFrame } from './page-frame.js';

export interface TextPageView {
  readonly title: string;
  readonly parts: readonly { readonly heading: string; readonly sentences: readonly string[] }[];
}

/** A page to be read. */
export function TextPage({ frame, view }: { readonly frame: PageFrame; readonly view: TextPageView }) {
  return (
    <Layout frame={frame} title={view.title} ground="narrow">
      <h1 class="heading heading--l">{view.title}</h1>
      {view.parts.map((part) => (
        <section key={part.heading}>
          <h2 class="heading heading--m">{part.heading}</h2>
          {part.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
      ))}
    </Layout>
  );
}
