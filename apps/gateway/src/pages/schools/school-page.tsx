import { ButtonLink } from '../components/button.js';
import { Card } from '../components/card.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList, type SummaryRow } from '../components/summary-list.js';
import { Tags, type TagView } from '../components/tag.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

export interface SchoolView {
  /** `URN 900014`. */
  readonly eyebrow: string;
  readonly name: string;
  readonly status: TagView;
  readonly facts: readonly SummaryRow[];
  /** Each figure with its source and date. */
  readonly figures: readonly SummaryRow[];
  readonly links: readonly (LinkTo & { readonly words: string })[];
  readonly interest?: LinkTo;
}

/** One school as the register knows it, with its links. */
export function SchoolPage({ frame, view }: { readonly frame: PageFrame; readonly view: SchoolView }) {
  return (
    <Layout frame={frame} title={view.name}>
      <PageHeading eyebrow={view.eyebrow} heading={view.name}>
        {view.interest && <ButtonLink href={view.interest.href}>{view.interest.label}</ButtonLink>}
      </PageHeading>
      <div class="columns">
        <div class="columns__main">
          <Card title="From the register">
            <Tags tags={[view.status]} />
            <SummaryList rows={view.facts} />
          </Card>
        </div>
        <div class="columns__side">
          <Card title="Figures">
            {view.figures.length === 0 ? (
              <p class="muted">None are known.</p>
            ) : (
              <SummaryList rows={view.figures} />
            )}
          </Card>
          <Card title="Links">
            {view.links.length === 0 ? (
              <p class="muted">None yet.</p>
            ) : (
              <ul class="lines">
                {view.links.map((link) => (
                  <li key={link.href} class="lines__item">
                    <a href={link.href} class="link link--ref">
                      {link.label}
                    </a>
                    <span class="lines__small">{link.words}</span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </div>
      </div>
    </Layout>
  );
}
