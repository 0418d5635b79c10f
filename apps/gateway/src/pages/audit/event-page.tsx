import { ButtonLink } from '../components/button.js';
import { Card } from '../components/card.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList } from '../components/summary-list.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import { HistoryList } from '../links/history-list.js';
import { AuditResult } from './audit-result.js';
import type { EventView } from './event-view.js';

/** One event: what it says, the very text that is stored, and how it stands in the signed log. */
export function EventPage({ frame, view }: { readonly frame: PageFrame; readonly view: EventView }) {
  return (
    <Layout frame={frame} title={`${view.heading} of ${view.ref}`}>
      <PageHeading eyebrow={view.eyebrow} heading={view.heading}>
        <span class="sheet__ways">
          {view.earlier && (
            <ButtonLink href={view.earlier.href} look="secondary">
              {view.earlier.label}
            </ButtonLink>
          )}
          {view.later && (
            <ButtonLink href={view.later.href} look="secondary">
              {view.later.label}
            </ButtonLink>
          )}
        </span>
      </PageHeading>
      <AuditResult result={view.result} />
      <div class="columns">
        <div class="columns__main">
          <Card title="What it says">
            <HistoryList entries={[view.entry]} />
          </Card>
          <Card title="The stored text">
            <p>{view.bodySentence}</p>
            <pre class="code code--lines" tabIndex={0} aria-label="The stored text">
              {view.body}
            </pre>
            <p>SHA-256 of one zero byte and this text, which is how its leaf in the tree is made:</p>
            <p>
              <code class="code">{view.hash}</code>
            </p>
            {view.recordedHash !== undefined && (
              <>
                <p>The leaf that was made when it was recorded is another one:</p>
                <p>
                  <code class="code">{view.recordedHash}</code>
                </p>
              </>
            )}
            <p>
              <ButtonLink href={view.text.href} download look="secondary">
                Save the text
              </ButtonLink>
            </p>
            <p>To make the hash by hand:</p>
            <pre class="code code--lines">{view.text.command}</pre>
          </Card>
        </div>
        <div class="columns__side">
          <Card title="What the log knows">
            <SummaryList rows={view.facts} />
          </Card>
          <Card title="The way to the signature">
            <p>{view.proofSentence}</p>
            {view.proof.length > 0 && (
              <details class="why">
                <summary>The hashes on the way</summary>
                <ol class="hashes">
                  {view.proof.map(({ id, hash }) => (
                    <li key={id}>
                      <code class="code">{hash}</code>
                    </li>
                  ))}
                </ol>
              </details>
            )}
          </Card>
        </div>
      </div>
    </Layout>
  );
}
