import { OneButton, type OneButtonView } from '../components/button.js';
import { Card } from '../components/card.js';
import { Flash } from '../components/flash.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList, type SummaryRow } from '../components/summary-list.js';
import { Tag, type TagView } from '../components/tag.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import type { FormView } from '../forms/form-view.js';
import { Layout } from '../layout/layout.js';
import type { FlashView, PageFrame } from '../layout/page-frame.js';

export interface VersionView {
  readonly key: string;
  readonly title: string;
  readonly small: string;
  readonly tag?: TagView;
  readonly text?: readonly SummaryRow[];
  readonly use?: OneButtonView;
}

export interface WordingView {
  readonly eyebrow: string;
  readonly heading: string;
  readonly lead: string;
  readonly tag: TagView;
  readonly news?: FlashView;
  /** Absent for whoever only reads; she sees the text. */
  readonly form?: FormView;
  readonly text?: readonly SummaryRow[];
  readonly placeholders: readonly {
    readonly written: string;
    readonly meaning: string;
    readonly example: string;
  }[];
  readonly previewSrc: string;
  readonly versions: readonly VersionView[];
  readonly noVersions: string;
  readonly drop?: OneButtonView;
}

/** The frame that the button Preview fills, without leaving the page. */
export const PREVIEW_FRAME = 'preview';

/** The words of one mail, beside the mail as people will see it. */
export function WordingPage({ frame, view }: { readonly frame: PageFrame; readonly view: WordingView }) {
  return (
    <Layout frame={frame} title={`${view.heading}: words`} hasErrors={(view.form?.errors.length ?? 0) > 0}>
      {view.form && <ErrorSummary form={view.form} />}
      {view.news && <Flash flash={view.news} />}
      <PageHeading eyebrow={view.eyebrow} heading={view.heading} lead={view.lead}>
        <Tag tag={view.tag} />
      </PageHeading>
      <div class="wording">
        <div class="wording__words">
          <Card title="Words">
            {view.form && <Form form={view.form} />}
            {view.text && <SummaryList rows={view.text} />}
          </Card>
        </div>
        <div class="wording__preview">
          <Card title="As people will see it">
            <p class="muted">
              With invented names. The list, the facts, the button, who to ask, why it came and the privacy
              notice always stay.
            </p>
            <iframe
              class="mail-frame"
              name={PREVIEW_FRAME}
              src={view.previewSrc}
              title="The mail as people will see it"
              sandbox=""
            ></iframe>
          </Card>
        </div>
        <div class="wording__placeholders">
          <Placeholders rows={view.placeholders} />
        </div>
      </div>
      <Versions view={view} />
    </Layout>
  );
}

function Placeholders({ rows }: { readonly rows: WordingView['placeholders'] }) {
  return (
    <Card title="What you can let us fill in">
      <dl class="placeholders">
        {rows.map(({ written, meaning, example }) => (
          <div key={written} class="placeholders__row">
            <dt>
              <code>{written}</code>
            </dt>
            <dd>
              {meaning}
              <span class="placeholders__example">{example}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Versions({ view: { versions, noVersions, drop } }: { readonly view: WordingView }) {
  return (
    <Card title="Versions" id="versions">
      {versions.length === 0 && <p>{noVersions}</p>}
      {versions.length > 0 && (
        <ol class="wording-versions">
          {versions.map((version) => (
            <li key={version.key} class="wording-versions__item">
              <div class="wording-versions__head">
                <strong>{version.title}</strong>
                {version.tag && <Tag tag={version.tag} />}
                <span class="muted">{version.small}</span>
                {version.use && <OneButton view={version.use} />}
              </div>
              {version.text && (
                <details class="wording-versions__text">
                  <summary>
                    Read it<span class="govuk-visually-hidden">: {version.title}</span>
                  </summary>
                  <SummaryList rows={version.text} />
                </details>
              )}
            </li>
          ))}
        </ol>
      )}
      {drop && <OneButton view={drop} />}
    </Card>
  );
}
