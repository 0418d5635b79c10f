import { ButtonLink } from '../components/button.js';
import { Card } from '../components/card.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList, type SummaryRow } from '../components/summary-list.js';
import { Tag, Tags, type TagView } from '../components/tag.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

export interface InterestClassView {
  readonly classId: string;
  readonly name: string;
  /** `Year 4, about 30 pupils`. */
  readonly words: string;
  readonly teachers: string;
  readonly status: TagView;
  /** The links that it is in. */
  readonly links: readonly LinkTo[];
  readonly actions: readonly LinkTo[];
}

export interface InterestView {
  readonly eyebrow: string;
  readonly school: string;
  /** `One of two classes placed.` */
  readonly lead: string;
  readonly tags: readonly TagView[];
  /** Why nobody has it yet, or who has it now. */
  readonly notice?: string;
  readonly actions: readonly LinkTo[];
  readonly classes: readonly InterestClassView[];
  readonly facts: readonly SummaryRow[];
  readonly changes: readonly LinkTo[];
  readonly history: readonly {
    readonly key: string;
    readonly when: string;
    readonly what: string;
    readonly note?: string;
    readonly who: string;
  }[];
}

/** One school's wish to link: its classes, and everything that became of it. */
export function InterestPage({ frame, view }: { readonly frame: PageFrame; readonly view: InterestView }) {
  return (
    <Layout frame={frame} title={`Interest of ${view.school}`}>
      <PageHeading eyebrow={view.eyebrow} heading={view.school} lead={view.lead}>
        {view.actions.length > 0 && (
          <div class="form__buttons">
            {view.actions.map((action, index) => (
              <ButtonLink key={action.href} href={action.href} look={index === 0 ? 'primary' : 'secondary'}>
                {action.label}
              </ButtonLink>
            ))}
          </div>
        )}
      </PageHeading>
      {view.notice !== undefined && (
        <p class="flash flash--amber">
          <strong>{view.notice}</strong>
        </p>
      )}
      <div class="columns">
        <div class="columns__main">
          <Card title="Classes">
            <ul class="lines">
              {view.classes.map((one) => (
                <OfferedClass key={one.classId} offered={one} />
              ))}
            </ul>
          </Card>
          <Card title="What happened">
            <ol class="lines">
              {view.history.map((line) => (
                <li key={line.key} class="lines__item">
                  <span class="lines__moment">{line.when}</span>
                  <strong>{line.what}</strong>
                  {line.note !== undefined && <span>{line.note}</span>}
                  <span class="lines__small">{line.who}</span>
                </li>
              ))}
            </ol>
          </Card>
        </div>
        <div class="columns__side">
          <Card title="The interest">
            <Tags tags={view.tags} />
            <SummaryList rows={view.facts} />
          </Card>
          {view.changes.length > 0 && (
            <Card title="Change it">
              <ul class="lines">
                {view.changes.map((change) => (
                  <li key={change.href} class="lines__item">
                    <a href={change.href} class="link">
                      {change.label}
                    </a>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
      </div>
    </Layout>
  );
}

function OfferedClass({ offered }: { readonly offered: InterestClassView }) {
  return (
    <li class="lines__item">
      <strong>{offered.name}</strong>
      <span>
        {offered.words} · {offered.teachers}
      </span>
      <span>
        <Tag tag={offered.status} />{' '}
        {offered.links.map((link) => (
          <a key={link.href} href={link.href} class="link link--ref">
            {link.label}
          </a>
        ))}
      </span>
      {offered.actions.length > 0 && (
        <span class="lines__links">
          {offered.actions.map((action) => (
            <a key={action.href} href={action.href} class="link">
              {action.label}
              <span class="govuk-visually-hidden">: {offered.name}</span>
            </a>
          ))}
        </span>
      )}
    </li>
  );
}
