import { ButtonLink } from '../components/button.js';
import { Card } from '../components/card.js';
import { EmptyState, type EmptyStateView } from '../components/empty-state.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList, type SummaryRow } from '../components/summary-list.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

export interface UnplacedView {
  readonly lead: string;
  readonly interests: readonly {
    readonly id: string;
    readonly school: LinkTo;
    readonly facts: readonly SummaryRow[];
    readonly actions: readonly LinkTo[];
  }[];
  readonly empty: EmptyStateView;
}

/** Interests that no programme has, the one that waits longest on top. */
export function UnplacedPage({ frame, view }: { readonly frame: PageFrame; readonly view: UnplacedView }) {
  return (
    <Layout frame={frame} title="Interests to be placed">
      <PageHeading eyebrow="National office" heading="Interests to be placed" lead={view.lead} />
      {view.interests.length === 0 && (
        <section class="card" aria-label="Interests">
          <EmptyState view={view.empty} />
        </section>
      )}
      {view.interests.map(({ id, school, facts, actions }) => (
        <Card key={id} title={school.label} link={{ href: school.href, label: 'Open the interest' }}>
          <SummaryList rows={facts} />
          {actions.length > 0 && (
            <div class="form__buttons">
              {actions.map((action, index) => (
                <ButtonLink key={action.href} href={action.href} look={index === 0 ? 'primary' : 'secondary'}>
                  {action.label}
                  <span class="govuk-visually-hidden">: {school.label}</span>
                </ButtonLink>
              ))}
            </div>
          )}
        </Card>
      ))}
    </Layout>
  );
}
