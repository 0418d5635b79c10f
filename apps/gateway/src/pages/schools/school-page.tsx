import { CalendarAddress, type CalendarAddressView } from '../calendar/calendar-address.js';
import { ButtonLink } from '../components/button.js';
import { Card } from '../components/card.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList, type SummaryRow } from '../components/summary-list.js';
import { Tags, type TagView } from '../components/tag.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

/** One line about a class or a person. */
export interface SchoolLineView {
  readonly id: string;
  readonly words: string;
  readonly more?: string;
}

export interface SchoolView {
  /** `URN 900014`. */
  readonly eyebrow: string;
  readonly name: string;
  readonly status: TagView;
  /** Where it is known from, when that is not the register. */
  readonly source?: string;
  /** To be joined to its URN. */
  readonly join?: LinkTo;
  /** What is said of a school that has closed. */
  readonly closed?: string;
  /** The schools that it was before, and those that go on from it. */
  readonly line: readonly (LinkTo & { readonly when: string })[];
  readonly facts: readonly SummaryRow[];
  /** Each figure with its source and date. */
  readonly figures: readonly SummaryRow[];
  readonly links: readonly (LinkTo & { readonly words: string })[];
  readonly interests: readonly SchoolLineView[];
  /** Absent for readers who have nothing to do with this school. */
  readonly people?: readonly SchoolLineView[];
  readonly interest?: LinkTo;
  /** The calendar of its links in one year, for those who look after it. */
  readonly feed?: CalendarAddressView & { readonly words: string };
}

/** One school as the register knows it, with its links of all years, its interests and the people known there. */
export function SchoolPage({ frame, view }: { readonly frame: PageFrame; readonly view: SchoolView }) {
  return (
    <Layout frame={frame} title={view.name}>
      <PageHeading eyebrow={view.eyebrow} heading={view.name}>
        {view.join && (
          <ButtonLink href={view.join.href} look="secondary">
            {view.join.label}
          </ButtonLink>
        )}
        {view.interest && <ButtonLink href={view.interest.href}>{view.interest.label}</ButtonLink>}
      </PageHeading>
      {view.closed !== undefined && <p class="attention attention--amber">{view.closed}</p>}
      <div class="columns">
        <div class="columns__main">
          <Card title={view.source ?? 'From the register'}>
            <Tags tags={[view.status]} />
            <SummaryList rows={view.facts} />
          </Card>
          <Card title="Links">
            {view.links.length === 0 ? <p class="muted">None yet.</p> : <Links links={view.links} />}
          </Card>
          <Card title="Interests">
            {view.interests.length === 0 ? (
              <p class="muted">No class was offered yet.</p>
            ) : (
              <Lines lines={view.interests} />
            )}
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
          {view.line.length > 0 && <Line line={view.line} />}
          {view.feed && (
            <Card title="Calendar of the school" id="calendar">
              <p>{view.feed.words}</p>
              <CalendarAddress feed={view.feed} label="Address of this calendar" />
            </Card>
          )}
          {view.people && (
            <Card title="People">
              {view.people.length === 0 ? (
                <p class="muted">Nobody is known there yet.</p>
              ) : (
                <Lines lines={view.people} />
              )}
            </Card>
          )}
        </div>
      </div>
    </Layout>
  );
}

function Links({ links }: Pick<SchoolView, 'links'>) {
  return (
    <ul class="lines">
      {links.map((link) => (
        <li key={link.href} class="lines__item">
          <a href={link.href} class="link link--ref">
            {link.label}
          </a>
          <span class="lines__small">{link.words}</span>
        </li>
      ))}
    </ul>
  );
}

function Lines({ lines }: { readonly lines: readonly SchoolLineView[] }) {
  return (
    <ul class="lines">
      {lines.map((line) => (
        <li key={line.id} class="lines__item">
          <span>{line.words}</span>
          {line.more !== undefined && <span class="lines__small">{line.more}</span>}
        </li>
      ))}
    </ul>
  );
}

function Line({ line }: Pick<SchoolView, 'line'>) {
  return (
    <Card title="Before and since">
      <ul class="lines">
        {line.map((one) => (
          <li key={one.href} class="lines__item">
            <span class="lines__small">{one.when}</span>
            <a href={one.href} class="link">
              {one.label}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
