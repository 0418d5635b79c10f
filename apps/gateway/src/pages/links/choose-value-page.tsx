import { PageHeading } from '../components/page-heading.js';
import { SummaryList, type SummaryRow } from '../components/summary-list.js';
import { Card } from '../components/card.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

export interface ChooseValueView {
  readonly title: string;
  readonly eyebrow: string;
  readonly known: readonly SummaryRow[];
  /** Each value of the entry that can be wrong, with what it says now. */
  readonly values: readonly { readonly href: string; readonly label: string; readonly hint: string }[];
  readonly back: LinkTo;
}

/** The first question of a correction. */
export function ChooseValuePage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: ChooseValueView;
}) {
  return (
    <Layout frame={frame} title={view.title} ground="narrow">
      <PageHeading eyebrow={view.eyebrow} heading={view.title} />
      <SummaryList rows={view.known} />
      <Card title="What is wrong in it?">
        {view.values.length === 0 ? (
          <p>Nothing in this entry can be corrected. Void it and enter it again.</p>
        ) : (
          <ul class="lines">
            {view.values.map((value) => (
              <li key={value.href} class="lines__item">
                <a href={value.href} class="link link--strong">
                  {value.label}
                </a>
                <span class="lines__small">{value.hint}</span>
              </li>
            ))}
          </ul>
        )}
        <p>
          <a href={view.back.href} class="link">
            {view.back.label}
          </a>
        </p>
      </Card>
    </Layout>
  );
}
