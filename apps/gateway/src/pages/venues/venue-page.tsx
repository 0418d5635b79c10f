import { ButtonLink } from '../components/button.js';
import { Card } from '../components/card.js';
import { DateTile } from '../components/date-tile.js';
import { EmptyState, type EmptyStateView } from '../components/empty-state.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList, type SummaryRow } from '../components/summary-list.js';
import { Tag, type TagView } from '../components/tag.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

export interface VenueDiaryLine {
  readonly key: string;
  readonly on: string;
  /** `10:00 to 14:00` */
  readonly times: string;
  readonly title: string;
  readonly href: string;
  readonly words: string;
  /** How many links are there at that time. */
  readonly tag?: TagView;
}

export interface VenueView {
  readonly eyebrow: string;
  readonly heading: string;
  readonly facts: readonly SummaryRow[];
  /** From today on; absent while the programme does not use the venue diary. */
  readonly diary?: readonly VenueDiaryLine[];
  readonly empty: EmptyStateView;
  /** To whoever may change the venue. */
  readonly brief?: LinkTo;
  /** While one is recorded. */
  readonly voidBriefing?: LinkTo;
}

export function VenuePage({ frame, view }: { readonly frame: PageFrame; readonly view: VenueView }) {
  return (
    <Layout frame={frame} title={view.heading}>
      <PageHeading eyebrow={view.eyebrow} heading={view.heading} />
      <div class="columns">
        {view.diary && (
          <div class="columns__main">
            <Card title="What is planned there">
              {view.diary.length === 0 ? (
                <EmptyState view={view.empty} />
              ) : (
                <ul class="lines">
                  {view.diary.map((line) => (
                    <Line key={line.key} line={line} />
                  ))}
                </ul>
              )}
            </Card>
          </div>
        )}
        <div class={view.diary ? 'columns__side' : 'columns__main'}>
          <Card title="The venue">
            <SummaryList rows={view.facts} />
            {view.brief && (
              <p class="lines__note">
                <ButtonLink href={view.brief.href} look="secondary">
                  {view.brief.label}
                </ButtonLink>
                {view.voidBriefing && (
                  <ButtonLink href={view.voidBriefing.href} look="link">
                    {view.voidBriefing.label}
                  </ButtonLink>
                )}
              </p>
            )}
          </Card>
        </div>
      </div>
    </Layout>
  );
}

function Line({ line }: { readonly line: VenueDiaryLine }) {
  return (
    <li class="lines__item lines__item--dated">
      <DateTile day={line.on} />
      <span class="lines__words">
        <a href={line.href} class="link link--strong">
          {line.title}
        </a>
        <span>{line.times}</span>
        <span class="lines__small">{line.words}</span>
        {line.tag && <Tag tag={line.tag} />}
      </span>
    </li>
  );
}
