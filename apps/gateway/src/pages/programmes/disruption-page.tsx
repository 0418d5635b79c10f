import { OneButton, type OneButtonView } from '../components/button.js';
import { Card } from '../components/card.js';
import { EmptyState } from '../components/empty-state.js';
import { PageHeading } from '../components/page-heading.js';
import { Tag, type TagView } from '../components/tag.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import type { FormView } from '../forms/form-view.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';

export interface DisruptionView {
  readonly eyebrow: string;
  readonly heading: string;
  readonly lead: string;
  readonly state: TagView;
  /** One choice a meeting; absent when no meeting is affected any more. */
  readonly form?: FormView;
  readonly noMeetings: string;
  readonly lift?: OneButtonView;
  /** What was moved or put online just now, and whom to phone about it. */
  readonly calls: readonly string[];
}

/** All meetings of a few days, moved or put online in one go. */
export function DisruptionPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: DisruptionView;
}) {
  return (
    <Layout frame={frame} title={view.heading} hasErrors={(view.form?.errors.length ?? 0) > 0}>
      {view.form && <ErrorSummary form={view.form} />}
      <PageHeading eyebrow={view.eyebrow} heading={view.heading} lead={view.lead}>
        <Tag tag={view.state} />
      </PageHeading>
      <div class="columns">
        <div class="columns__main">
          {view.calls.length > 0 && (
            <Card title="Please phone as well">
              <ul class="lines">
                {view.calls.map((call) => (
                  <li key={call} class="lines__item">
                    {call}
                  </li>
                ))}
              </ul>
            </Card>
          )}
          <Card title="Meetings in these days">
            {view.form === undefined ? (
              <EmptyState view={{ title: 'No meeting is affected', sentence: view.noMeetings }} />
            ) : (
              <Form form={view.form} />
            )}
          </Card>
        </div>
        <div class="columns__side">
          {view.lift && (
            <Card title="Is it over?">
              <p>Lifted, its days are school days again. Meetings that were moved stay where they are.</p>
              <OneButton view={view.lift} />
            </Card>
          )}
        </div>
      </div>
    </Layout>
  );
}
