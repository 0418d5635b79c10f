import { OneButton, type OneButtonView } from '../components/button.js';
import { Card } from '../components/card.js';
import { type Column, DataTable } from '../components/data-table.js';
import { PageHeading } from '../components/page-heading.js';
import { Tag, type TagView } from '../components/tag.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import type { FormView } from '../forms/form-view.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

export interface TriedMailView {
  readonly key: string;
  readonly kind: 'appears' | 'moves' | 'vanishes';
  readonly about: LinkTo;
  readonly to: string;
  /** `1 December 2026 → 27 November 2026`. */
  readonly when: string;
}

export interface RulePageView {
  readonly eyebrow: string;
  readonly heading: string;
  readonly lead: string;
  /** For whoever may change it. */
  readonly form?: FormView;
  /** What the change that was tried would do. */
  readonly tried?: {
    readonly words: string;
    readonly sentence: string;
    readonly mails: readonly TriedMailView[];
    readonly more: number;
    readonly save?: OneButtonView;
  };
  readonly versions: readonly {
    readonly version: number;
    readonly words: string;
    readonly inForce: boolean;
    /** Tries an earlier version again. */
    readonly back?: OneButtonView;
  }[];
}

const tags: Readonly<Record<TriedMailView['kind'], TagView>> = {
  appears: { tone: 'green', text: 'Appears' },
  moves: { tone: 'blue', text: 'Moves' },
  vanishes: { tone: 'amber', text: 'Vanishes' },
};

const COLUMNS: readonly Column<TriedMailView>[] = [
  {
    title: 'About',
    cell: (mail) => (
      <a href={mail.about.href} class="link link--ref">
        {mail.about.label}
      </a>
    ),
  },
  { title: 'To', cell: (mail) => mail.to },
  { title: 'What', cell: (mail) => <Tag tag={tags[mail.kind]} /> },
  { title: 'When', cell: (mail) => mail.when },
];

/** The days of one rule: tried on the mails to come before they are saved. */
export function RulePage({ frame, view }: { readonly frame: PageFrame; readonly view: RulePageView }) {
  return (
    <Layout frame={frame} title={view.heading} hasErrors={(view.form?.errors.length ?? 0) > 0}>
      {view.form && <ErrorSummary form={view.form} />}
      <PageHeading eyebrow={view.eyebrow} heading={view.heading} lead={view.lead} />
      <div class="columns">
        <div class="columns__main">
          {view.tried && <Tried tried={view.tried} />}
          {view.form && (
            <Card title="Try a change">
              <Form form={view.form} />
            </Card>
          )}
        </div>
        <div class="columns__side">
          <Card title="Versions">
            <ul class="lines">
              {view.versions.map((one) => (
                <li key={one.version} class="lines__item lines__item--split">
                  <span class="lines__words">
                    <strong>
                      Version {one.version}
                      {one.inForce && ', in force'}
                    </strong>
                    <span class="lines__small">{one.words}</span>
                  </span>
                  {one.back && <OneButton view={one.back} />}
                </li>
              ))}
            </ul>
          </Card>
        </div>
      </div>
    </Layout>
  );
}

function Tried({ tried }: { readonly tried: NonNullable<RulePageView['tried']> }) {
  return (
    <Card title={tried.words}>
      <p>
        <strong>{tried.sentence}</strong> Nothing is saved yet.
      </p>
      {tried.mails.length > 0 && (
        <DataTable
          caption="Mails that change"
          columns={COLUMNS}
          rows={tried.mails}
          rowKey={(mail) => mail.key}
        />
      )}
      {tried.more > 0 && <p class="muted">and {tried.more} more</p>}
      {tried.save && (
        <div class="tried-save">
          <OneButton view={tried.save} />
        </div>
      )}
    </Card>
  );
}
