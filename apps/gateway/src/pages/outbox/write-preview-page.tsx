import { counted } from '@linking/words/format.js';
import { Card } from '../components/card.js';
import { MailsPaused } from '../components/mails-paused.js';
import { PageHeading } from '../components/page-heading.js';
import { Form } from '../forms/form.js';
import type { FormView } from '../forms/form-view.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';

interface PersonLine {
  readonly key: string;
  readonly name: string;
  readonly school: string;
  /** Her links, or why she will not get it. */
  readonly more: string;
}

export interface WritePreviewView {
  /** Since when and why no mail of the network leaves; absent while they go. */
  readonly mailsPaused?: string;
  /** Whose mail is shown. */
  readonly first: string;
  readonly text: string;
  readonly gets: readonly PersonLine[];
  readonly not: readonly PersonLine[];
  readonly form: FormView;
}

/** A written mail before it goes: one of them as it is read, and who gets it. */
export function WritePreviewPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: WritePreviewView;
}) {
  return (
    <Layout frame={frame} title="Check the mail">
      <PageHeading heading="Check the mail" lead="Nothing has gone yet." />
      <MailsPaused words={view.mailsPaused} />
      <div class="columns">
        <div class="columns__main">
          <Card title={`As ${view.first} reads it`}>
            <pre class="mail-text" tabIndex={0}>
              {view.text}
            </pre>
          </Card>
        </div>
        <div class="columns__side">
          <Card title={`${counted(view.gets.length, 'person gets', 'people get')} it`}>
            <People people={view.gets} />
          </Card>
          {view.not.length > 0 && (
            <Card title={`${counted(view.not.length, 'person does', 'people do')} not get it`}>
              <People people={view.not} />
            </Card>
          )}
        </div>
      </div>
      <Form form={view.form} />
    </Layout>
  );
}

function People({ people }: { readonly people: readonly PersonLine[] }) {
  return (
    <ul class="lines">
      {people.map(({ key, name, school, more }) => (
        <li key={key} class="lines__item">
          <strong>{name}</strong>
          <span class="lines__small">
            {school} · {more}
          </span>
        </li>
      ))}
    </ul>
  );
}
