import { ButtonLink } from '../components/button.js';
import { Card } from '../components/card.js';
import { Figures } from '../components/figures.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList } from '../components/summary-list.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import { HistoryList } from '../links/history-list.js';
import { dayFormView, GoToDay } from '../links/time-bar.js';
import type { TimelineView } from './timeline-view.js';

/** All that was recorded and mailed about one link, line by line, by either clock. */
export function TimelinePage({ frame, view }: { readonly frame: PageFrame; readonly view: TimelineView }) {
  const form = dayFormView(view.href, view.dayForm);
  return (
    <Layout
      frame={frame}
      title={`${view.ref}, line by line`}
      hasErrors={form.errors.length > 0}
      ground={view.past ? 'past' : 'wide'}
    >
      <ErrorSummary form={form} />
      <PageHeading eyebrow={view.eyebrow} heading={view.schools} lead={view.lead} />
      <section class={`time-bar${view.past ? ' time-bar--past' : ''}`} aria-label="Time">
        <p class="time-bar__words">
          <strong class="time-bar__title">{view.title}</strong>{' '}
          <span class="time-bar__sentence">{view.sentence}</span>
        </p>
        <ul class="stage-counts stage-counts--clocks" aria-label="The two clocks">
          {view.clocks.map((clock) => (
            <li key={clock.href}>
              <a
                href={clock.href}
                class="stage-counts__stage"
                aria-current={clock.current ? 'true' : undefined}
              >
                {clock.label}
              </a>
            </li>
          ))}
          {view.today && (
            <li>
              <ButtonLink href={view.today.href}>{view.today.label}</ButtonLink>
            </li>
          )}
        </ul>
        <GoToDay href={view.href} dayForm={view.dayForm} hidden={view.kept} />
      </section>
      <Figures label="What is shown" figures={view.shows} />
      <div class="columns">
        <div class="columns__main">
          <Card title="Line by line">
            {view.entries.length === 0 ? <p>{view.empty}</p> : <HistoryList entries={view.entries} />}
          </Card>
        </div>
        <div class="columns__side">
          <Card title="This link">
            <SummaryList rows={view.facts} />
          </Card>
          <Card title="Go on from here">
            <ul class="lines">
              {view.ways.map((way) => (
                <li key={way.href} class="lines__item">
                  <a href={way.href} class="link link--strong">
                    {way.label}
                  </a>
                </li>
              ))}
            </ul>
          </Card>
        </div>
      </div>
    </Layout>
  );
}
