import { Card } from '../components/card.js';
import { DataTable } from '../components/data-table.js';
import { EmptyState } from '../components/empty-state.js';
import { PageHeading } from '../components/page-heading.js';
import { ShowMore } from '../components/show-more.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { singleFields } from '../forms/field-ids.js';
import { Field } from '../forms/form.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import type { ReadsView, ReadView } from './reads-view.js';

/** Everything that the reader herself looked at, drew, printed and took along. */
export function ReadsPage({ frame, view }: { readonly frame: PageFrame; readonly view: ReadsView }) {
  const { form } = view;
  return (
    <Layout frame={frame} title="What you looked at" hasErrors={form.errors.length > 0}>
      <ErrorSummary form={form} />
      <PageHeading
        heading="What you looked at"
        lead="Each page that you open and each copy that you take is kept, so that it can be said later who saw what."
      />
      <div class="columns">
        <div class="columns__main">
          <section class="card card--table" aria-label="What you looked at">
            {view.reads.length === 0 ? <EmptyState view={view.empty} /> : <Reads reads={view.reads} />}
          </section>
          <ShowMore view={view.more} />
        </div>
        <div class="columns__side">
          <Card title="Show less">
            <form method="get" action={form.action} class="form" noValidate>
              {singleFields(form.fields).map((field) => (
                <Field key={field.name} form={form} field={field} />
              ))}
              <div class="form__buttons">
                <button type="submit" class="button button--secondary">
                  {form.submitLabel}
                </button>
              </div>
            </form>
          </Card>
        </div>
      </div>
    </Layout>
  );
}

export function Reads({ reads }: { readonly reads: readonly ReadView[] }) {
  return (
    <DataTable<ReadView>
      caption="What you looked at, the last first"
      columns={[
        { title: 'When', cell: ({ at }) => at },
        { title: 'What', cell: ({ what }) => what },
        {
          title: 'Page',
          cell: ({ page, href }) =>
            href === undefined ? (
              page
            ) : (
              <a href={href} class="link">
                {page}
              </a>
            ),
        },
      ]}
      rows={reads}
      rowKey={({ id }) => id}
    />
  );
}
