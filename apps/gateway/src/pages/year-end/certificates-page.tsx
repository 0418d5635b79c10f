import { EmptyState, type EmptyStateView } from '../components/empty-state.js';
import { LinkedRings } from '../components/linked-rings.js';
import { PageHeading } from '../components/page-heading.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';

/** One class of a link that was completed. No child is named: the teacher writes names by hand, or none. */
export interface CertificateView {
  readonly key: string;
  readonly className: string;
  readonly school: string;
  /** `linked with 4 Fir of Elm Academy in 2026–27` */
  readonly linkedWith: string;
  /** `The classes met 3 times` and one line a meeting. */
  readonly met: string;
  readonly meetings: readonly string[];
  readonly programme: string;
  /** `23 July 2027 · BRD-2026-014` */
  readonly closedOn: string;
}

export interface CertificatesView {
  readonly eyebrow: string;
  readonly heading: string;
  readonly lead: string;
  readonly certificates: readonly CertificateView[];
  readonly empty: EmptyStateView;
}

/** Certificates to print, a page each. */
export function CertificatesPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: CertificatesView;
}) {
  return (
    <Layout frame={frame} title={view.heading}>
      <PageHeading eyebrow={view.eyebrow} heading={view.heading} lead={view.lead} />
      {view.certificates.length === 0 && <EmptyState view={view.empty} />}
      <div class="certificates">
        {view.certificates.map((certificate) => (
          <Certificate key={certificate.key} view={certificate} />
        ))}
      </div>
    </Layout>
  );
}

function Certificate({ view }: { readonly view: CertificateView }) {
  return (
    <article class="certificate" aria-label={`Certificate of ${view.className}, ${view.school}`}>
      <p class="certificate__mark">
        <LinkedRings />
        <span>Schools Linking</span>
      </p>
      <p class="certificate__title">Certificate</p>
      <h2 class="certificate__class">{view.className}</h2>
      <p class="certificate__school">{view.school}</p>
      <p class="certificate__words">{view.linkedWith}</p>
      <p class="certificate__met">{view.met}</p>
      <ul class="certificate__meetings">
        {view.meetings.map((meeting) => (
          <li key={meeting}>{meeting}</li>
        ))}
      </ul>
      <div class="certificate__foot">
        <p>
          <span class="certificate__line" />
          Your local facilitator, {view.programme}
        </p>
        <p class="certificate__ref">{view.closedOn}</p>
      </div>
    </article>
  );
}
