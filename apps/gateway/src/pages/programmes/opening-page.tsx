import { OneButton, type OneButtonView } from '../components/button.js';
import { Card } from '../components/card.js';
import { EmptyState } from '../components/empty-state.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList } from '../components/summary-list.js';
import { Tag, type TagView } from '../components/tag.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import type { FormView } from '../forms/form-view.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';
import { Lines, type LineView } from './lines.js';

/** Rows of one kind: what is done, and what still waits for the coordinator. */
export interface TakingOverView {
  /** `12 of 46 recorded.` */
  readonly progress: string;
  readonly hint: string;
  readonly done: readonly LineView[];
  /** Shown before the year is opened: what will be offered. */
  readonly offered: readonly LineView[];
  readonly form?: FormView;
  readonly nothing: string;
}

export interface OpeningView {
  readonly eyebrow: string;
  readonly heading: string;
  readonly lead: string;
  readonly state: TagView;
  readonly open?: OneButtonView;
  readonly goesOn: readonly { readonly key: string; readonly value: string; readonly link?: LinkTo }[];
  readonly sessions: TakingOverView;
  readonly schools: TakingOverView;
  readonly schoolsTitle: string;
}

/** A year is opened: what goes on by itself, and what the coordinator confirms row by row. */
export function OpeningPage({ frame, view }: { readonly frame: PageFrame; readonly view: OpeningView }) {
  const forms = [view.sessions.form, view.schools.form].filter((form) => form !== undefined);
  const wrong = forms.filter(({ errors }) => errors.length > 0);
  return (
    <Layout frame={frame} title={view.heading} hasErrors={wrong.length > 0}>
      {wrong.map((form) => (
        <ErrorSummary key={form.action} form={form} />
      ))}
      <PageHeading eyebrow={view.eyebrow} heading={view.heading} lead={view.lead}>
        {view.open === undefined ? <Tag tag={view.state} /> : <OneButton view={view.open} />}
      </PageHeading>
      <div class="columns">
        <div class="columns__main">
          <TakingOver title="Training sessions" view={view.sessions} />
          <TakingOver title={view.schoolsTitle} view={view.schools} />
        </div>
        <div class="columns__side">
          <Card title="For the whole year">
            <SummaryList
              rows={view.goesOn.map(({ key, value, link }) => ({
                key,
                value: (
                  <>
                    {value}
                    {link && (
                      <>
                        <br />
                        <a href={link.href} class="link">
                          {link.label}
                        </a>
                      </>
                    )}
                  </>
                ),
              }))}
            />
          </Card>
        </div>
      </div>
    </Layout>
  );
}

function TakingOver({ title, view }: { readonly title: string; readonly view: TakingOverView }) {
  const empty = view.done.length + view.offered.length === 0 && view.form === undefined;
  return (
    <Card title={title}>
      {empty ? (
        <EmptyState view={{ title: 'Nothing to take over', sentence: view.nothing }} />
      ) : (
        <>
          <p>
            <strong>{view.progress}</strong> {view.hint}
          </p>
          {view.offered.length > 0 && <Lines lines={view.offered} />}
          {view.form && <Form form={view.form} />}
          {view.done.length > 0 && (
            <>
              <h3 class="heading heading--s">Done</h3>
              <Lines lines={view.done} />
            </>
          )}
        </>
      )}
    </Card>
  );
}
