import { Button, ButtonLink } from '../components/button.js';
import { Card } from '../components/card.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList } from '../components/summary-list.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import { AuditResult } from './audit-result.js';
import type { AuditView } from './audit-view.js';
import { Reads } from './reads-page.js';

/** Whether anything was altered, and what the reader herself looked at. */
export function AuditPage({ frame, view }: { readonly frame: PageFrame; readonly view: AuditView }) {
  return (
    <Layout frame={frame} title={view.result?.title ?? 'Audit'}>
      <PageHeading
        eyebrow="Audit"
        heading="Was anything altered?"
        lead="Every event is signed within seconds. Here the whole log is compared with what was signed."
      />
      {view.result && <AuditResult result={view.result} />}
      <div class="columns">
        <div class="columns__main">
          <Card title="Check the whole log">
            <form method="get" action={view.check.action} class="form">
              <div class="govuk-form-group">
                <label class="govuk-label" for="since">
                  A checkpoint that you kept <span class="muted">(optional)</span>
                </label>
                <p class="govuk-hint" id="since-hint">
                  Paste the whole text of the file. The check then also says that nothing before it was
                  changed.
                </p>
                <textarea
                  class="govuk-textarea"
                  id="since"
                  name="since"
                  rows={5}
                  aria-describedby="since-hint"
                  spellcheck={false}
                >
                  {view.check.since}
                </textarea>
              </div>
              <div class="form__buttons">
                <Button>Check now</Button>
              </div>
            </form>
          </Card>
          <Card title="What you looked at" link={{ href: '/audit/reads', label: 'All of it' }}>
            <p>Each page that you open and each copy that you take is kept.</p>
            <Reads reads={view.reads} />
          </Card>
        </div>
        <div class="columns__side">
          <Card title="Look over the links">
            <ul class="lines">
              <li class="lines__item">
                <a href="/audit/links" class="link link--strong">
                  Links to audit
                </a>
                <span class="lines__small">
                  With what was corrected, voided, overridden or entered late, down to each event.
                </span>
              </li>
              <li class="lines__item">
                <a href="/audit/sample" class="link link--strong">
                  Draw a random sample
                </a>
                <span class="lines__small">By a seed with which anybody can draw it again.</span>
              </li>
            </ul>
          </Card>
          <Card title="The log">
            {view.facts.length === 0 ? <p>Nothing was signed yet.</p> : <SummaryList rows={view.facts} />}
          </Card>
          {view.checkpoint !== undefined && (
            <Card title="Your own proof">
              <p>
                Save a checkpoint from time to time, on your own machine. With it you can show later that
                nothing before it was changed, whoever changed it.
              </p>
              <p>
                <ButtonLink href={view.checkpoint} download look="secondary">
                  Save the checkpoint
                </ButtonLink>
              </p>
            </Card>
          )}
          {view.users !== undefined && (
            <Card title="Who may do what" link={view.users}>
              <p>Every account with its roles and programmes, and what was changed on it.</p>
            </Card>
          )}
          <Card title="One link">
            <p>
              On the page of a link, “Was this altered?” beside its history checks that link alone and gives
              you a file as evidence. This program verifies such files without us:
            </p>
            <p>
              <a href={frame.assets.verifier} class="link" download="verify-evidence.mjs">
                verify-evidence.mjs
              </a>
            </p>
          </Card>
        </div>
      </div>
    </Layout>
  );
}
