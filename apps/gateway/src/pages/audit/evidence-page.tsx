import { ButtonLink } from '../components/button.js';
import { Card } from '../components/card.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList } from '../components/summary-list.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import { AuditResult } from './audit-result.js';
import type { EvidenceView } from './audit-view.js';

/** Whether one link was altered, and the file that proves it elsewhere. */
export function EvidencePage({ frame, view }: { readonly frame: PageFrame; readonly view: EvidenceView }) {
  return (
    <Layout frame={frame} title={view.result.title} ground="narrow">
      <PageHeading eyebrow={`${view.ref} · ${view.schools}`} heading="Was this link altered?" />
      <AuditResult result={view.result} />
      <SummaryList rows={view.facts} />
      <Card title="Evidence">
        <p>
          One file with the events of this link, their proofs and the signature. It holds no names. Whoever
          has it can verify it without us, with Node 20 or later and a key or checkpoint that she kept:
        </p>
        <pre class="code code--lines">{`node verify-evidence.mjs evidence-${view.ref}.json --checkpoint FILE`}</pre>
        <p>
          <ButtonLink href={view.download} download>
            Take the evidence
          </ButtonLink>
        </p>
        <p>
          <a href={frame.assets.verifier} class="link" download="verify-evidence.mjs">
            The program that verifies it
          </a>
        </p>
      </Card>
    </Layout>
  );
}
