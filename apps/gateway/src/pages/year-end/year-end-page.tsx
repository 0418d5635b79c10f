import { Button } from '../components/button.js';
import { Card } from '../components/card.js';
import { EmptyState, type EmptyStateView } from '../components/empty-state.js';
import { PageHeading } from '../components/page-heading.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Field } from '../forms/form.js';
import type { FormView, SingleField } from '../forms/form-view.js';
import { CsrfField, HiddenFields, IdempotencyField } from '../forms/hidden-fields.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

export interface OpenLinkView {
  readonly ref: string;
  readonly href: string;
  /** What becomes of it. */
  readonly field: SingleField;
  /** What it lacks, in sentences. */
  readonly missing: readonly string[];
}

export interface OutcomeLineView {
  /** `Completed, 3 of 3 meetings`. */
  readonly text: string;
  readonly count: number;
  readonly href: string;
}

export interface YearEndView {
  readonly eyebrow: string;
  readonly heading: string;
  readonly lead: string;
  readonly progress: { readonly ended: number; readonly of: number; readonly words: string };
  readonly outcomes: readonly OutcomeLineView[];
  /** What was closed just now: `BRD-2026-014, Ash Primary and Elm Academy: completed, 3 of 3 meetings`. */
  readonly done: readonly string[];
  /** The reasons that are asked, and what was typed; absent for readers, and when no link is open. */
  readonly form?: FormView;
  readonly groups: readonly { readonly title: string; readonly links: readonly OpenLinkView[] }[];
  /** Presets the links that are not ready. */
  readonly preset?: LinkTo;
  readonly certificates?: LinkTo;
  readonly late: string;
  readonly empty: EmptyStateView;
}

/** All open links of a programme's year with what each lacks, closed together. */
export function YearEndPage({ frame, view }: { readonly frame: PageFrame; readonly view: YearEndView }) {
  return (
    <Layout frame={frame} title={view.heading} hasErrors={(view.form?.errors.length ?? 0) > 0}>
      {view.form && <ErrorSummary form={view.form} />}
      <PageHeading eyebrow={view.eyebrow} heading={view.heading} lead={view.lead} />
      <div class="columns">
        <div class="columns__main">
          {view.done.length > 0 && <Done lines={view.done} />}
          {view.groups.length === 0 ? (
            <Card title="Open links">
              <EmptyState view={view.empty} />
            </Card>
          ) : (
            <OpenLinks view={view} />
          )}
        </div>
        <div class="columns__side">
          <Progress view={view} />
        </div>
      </div>
    </Layout>
  );
}

function Done({ lines }: { readonly lines: readonly string[] }) {
  return (
    <Card title="Closed just now">
      <ul class="lines">
        {lines.map((line) => (
          <li key={line} class="lines__item">
            {line}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function OpenLinks({ view }: { readonly view: YearEndView }) {
  const { form } = view;
  if (form === undefined) return <Groups view={view} />;
  return (
    <form method="post" action={form.action} class="form year-end" noValidate>
      <CsrfField csrf={form.csrf} />
      <IdempotencyField idempotencyKey={form.idempotencyKey} />
      <HiddenFields fields={form.hidden ?? {}} />
      <Groups view={view} />
      <Card title="Close them">
        {form.fields.map((field) =>
          field.kind === 'row' ? null : <Field key={field.name} form={form} field={field} />,
        )}
        <p class="muted">{view.late}</p>
        <div class="form__buttons">
          <Button>{form.submitLabel}</Button>
        </div>
      </Card>
    </form>
  );
}

function Groups({ view }: { readonly view: YearEndView }) {
  const last = view.groups.at(-1);
  return (
    <>
      {view.groups.map((group) => (
        <Card
          key={group.title}
          title={group.title}
          {...(group === last && view.preset !== undefined ? { link: view.preset } : {})}
        >
          <ul class="year-end__links">
            {group.links.map((link) => (
              <OpenLink key={link.ref} link={link} form={view.form} />
            ))}
          </ul>
        </Card>
      ))}
    </>
  );
}

function OpenLink({ link, form }: { readonly link: OpenLinkView; readonly form: FormView | undefined }) {
  return (
    <li class="year-end__link">
      {form === undefined ? (
        <p>
          <strong>{link.field.label}</strong> <span class="lines__small">{link.field.hint}</span>
        </p>
      ) : (
        <Field form={form} field={link.field} />
      )}
      {link.missing.length > 0 && (
        <ul class="year-end__missing">
          {link.missing.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <a href={link.href} class="link">
        Open {link.ref}
      </a>
    </li>
  );
}

function Progress({ view }: { readonly view: YearEndView }) {
  const { ended, of, words } = view.progress;
  return (
    <Card title="So far">
      <p>
        <strong>{words}</strong>
      </p>
      {of > 0 && (
        <progress class="year-end__progress" max={of} value={ended} aria-label="Links that have ended" />
      )}
      <ul class="lines">
        {view.outcomes.map((line) => (
          <li key={line.text} class="lines__item">
            <a href={line.href} class="link">
              {line.text}: {line.count}
            </a>
          </li>
        ))}
      </ul>
      {view.certificates && (
        <p class="year-end__certificates">
          <a href={view.certificates.href} class="button button--secondary">
            {view.certificates.label}
          </a>
        </p>
      )}
    </Card>
  );
}
