import { Button } from '../components/button.js';
import { Card } from '../components/card.js';
import { DataTable } from '../components/data-table.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList } from '../components/summary-list.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Field } from '../forms/form.js';
import { singleFields } from '../forms/field-ids.js';
import type { FormView } from '../forms/form-view.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import type { DrawnLinkView, DrawnSampleView, SampleView } from './sample-view.js';

/** A random sample of links that anybody can draw again. */
export function SamplePage({ frame, view }: { readonly frame: PageFrame; readonly view: SampleView }) {
  return (
    <Layout
      frame={frame}
      title={view.drawn?.title ?? 'Draw a sample'}
      hasErrors={view.form.errors.length > 0}
    >
      <ErrorSummary form={view.form} />
      <PageHeading
        heading={view.drawn?.title ?? 'Draw a sample'}
        lead={
          view.drawn?.sentence ??
          'Links are drawn by chance, with a seed. Whoever has the seed draws the same links again.'
        }
      />
      <div class="columns">
        <div class="columns__main">
          {view.drawn && <Drawn drawn={view.drawn} />}
          {view.drawn && <ByHand drawn={view.drawn} />}
          {view.drawn === undefined && <DrawForm form={view.form} />}
        </div>
        <div class="columns__side">
          {view.drawn && (
            <Card title="This draw">
              <SummaryList rows={view.drawn.facts} />
            </Card>
          )}
          {view.drawn && <DrawForm form={view.form} />}
          <Earlier view={view} />
        </div>
      </div>
    </Layout>
  );
}

function DrawForm({ form }: { readonly form: FormView }) {
  return (
    <Card title={form.submitLabel === 'Draw' ? 'What to draw' : 'Draw another one'}>
      <form method="get" action={form.action} class="form" noValidate>
        {singleFields(form.fields).map((field) => (
          <Field key={field.name} form={form} field={field} />
        ))}
        <div class="form__buttons">
          <Button>{form.submitLabel}</Button>
        </div>
      </form>
    </Card>
  );
}

function Drawn({ drawn }: { readonly drawn: DrawnSampleView }) {
  return (
    <Card title="The links that were drawn">
      <DataTable<DrawnLinkView>
        caption="The links that were drawn, in the order of the draw"
        columns={[
          {
            title: 'Link',
            cell: ({ place, href, ref }) => (
              <span class="drawn">
                <span class="drawn__place">{place}</span>
                <a href={href} class="link link--ref">
                  {ref}
                </a>
              </span>
            ),
          },
          {
            title: 'Schools',
            cell: ({ schools, words, hash }) => (
              <>
                {schools}
                <span class="lines__small">{words}</span>
                <code class="drawn__hash">{hash}</code>
              </>
            ),
          },
          {
            title: 'Opened',
            cell: ({ opened }) => (
              <>
                <span class="drawn__box" aria-hidden="true"></span>
                {opened === undefined ? (
                  <span class="muted">not yet</span>
                ) : (
                  <span class="drawn__opened">{opened}</span>
                )}
              </>
            ),
          },
        ]}
        rows={drawn.links}
        rowKey={({ ref }) => ref}
      />
    </Card>
  );
}

function ByHand({ drawn }: { readonly drawn: DrawnSampleView }) {
  return (
    <Card title="How it was drawn">
      <p>
        Behind the seed each reference is written, and of both together SHA-256 is made. The links with the
        lowest hashes are drawn, the lowest first, so that everybody can draw them again. Whoever names the
        seed could try many: each draw is kept, so that it can be seen.
      </p>
      <p>
        With the{' '}
        <a href={drawn.frame.href} class="link" download>
          {drawn.frame.label}
        </a>{' '}
        this draws the same on a machine of your own:
      </p>
      <pre class="code code--lines" tabIndex={0} aria-label="Command that draws the same">
        {drawn.command}
      </pre>
    </Card>
  );
}

function Earlier({ view }: { readonly view: SampleView }) {
  return (
    <Card title="Your draws">
      <p>Each draw is kept, with its seed and the links that were drawn.</p>
      {view.earlier.length > 0 && (
        <ul class="lines">
          {view.earlier.map(({ href, label, at }) => (
            <li key={href} class="lines__item">
              <a href={href} class="link">
                {label}
              </a>
              <span class="lines__small">{at}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
