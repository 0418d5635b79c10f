import { Card } from '../components/card.js';
import { EmptyState, type EmptyStateView } from '../components/empty-state.js';
import { FilterBar, type FilterBarView } from '../components/filter-bar.js';
import { PageHeading } from '../components/page-heading.js';
import { ShowMore, type ShowMoreView } from '../components/show-more.js';
import { SummaryList, type SummaryRow } from '../components/summary-list.js';
import { Tags, type TagView } from '../components/tag.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';
import { Cautions } from './cautions.js';

export interface PartnerView {
  readonly link: LinkTo;
  /** `4 Oak, Year 4, 28 pupils`. */
  readonly words: string;
  readonly tags: readonly TagView[];
  readonly reasons: readonly string[];
  readonly cautions: readonly string[];
  readonly unknown?: string;
}

export interface PartnersView {
  readonly title: string;
  readonly eyebrow: string;
  readonly lead: string;
  /** What is known of the class that looks for a partner. */
  readonly chosen: readonly SummaryRow[];
  readonly filters: FilterBarView;
  readonly heading: string;
  readonly partners: readonly PartnerView[];
  readonly more: ShowMoreView;
  readonly empty: EmptyStateView;
}

/** The free classes that one class may be paired with, the best fit on top, each with its reasons in words. */
export function PartnersPage({ frame, view }: { readonly frame: PageFrame; readonly view: PartnersView }) {
  return (
    <Layout frame={frame} title={view.title}>
      <PageHeading eyebrow={view.eyebrow} heading={view.title} lead={view.lead} />
      <Card title="Looking for a partner">
        <SummaryList rows={view.chosen} />
      </Card>
      <FilterBar view={view.filters} />
      <Card title={view.heading}>
        {view.partners.length === 0 ? (
          <EmptyState view={view.empty} />
        ) : (
          <ol class="partners">
            {view.partners.map((partner) => (
              <PartnerItem key={partner.link.href} partner={partner} />
            ))}
          </ol>
        )}
      </Card>
      <ShowMore view={view.more} />
    </Layout>
  );
}

function PartnerItem({ partner }: { readonly partner: PartnerView }) {
  return (
    <li class="partners__item">
      <div class="partners__who">
        <a href={partner.link.href} class="link link--strong">
          {partner.link.label}
        </a>
        <span class="partners__class">{partner.words}</span>
        <Tags tags={partner.tags} />
      </div>
      <div class="partners__why">
        <ul class="partners__reasons">
          {partner.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        <Cautions cautions={partner.cautions} />
        {partner.unknown !== undefined && <p class="muted">{partner.unknown}</p>}
      </div>
    </li>
  );
}
