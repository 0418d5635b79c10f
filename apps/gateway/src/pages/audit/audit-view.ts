import type { SummaryRow } from '../components/summary-list.js';
import type { LinkTo } from '../layout/page-frame.js';
import type { ReadView } from './reads-view.js';

export interface AuditResultView {
  readonly tone: 'green' | 'amber' | 'red';
  readonly title: string;
  readonly sentences: readonly string[];
  /** Where to look next. */
  readonly links?: readonly LinkTo[];
}

export interface AuditView {
  readonly facts: readonly SummaryRow[];
  /** Where the newest signed checkpoint is saved from; absent while nothing was signed. */
  readonly checkpoint?: string;
  readonly check: { readonly action: string; readonly since: string };
  readonly result?: AuditResultView;
  /** For those who may see the accounts. */
  readonly users?: LinkTo;
  readonly reads: readonly ReadView[];
}

export interface EvidenceView {
  readonly ref: string;
  readonly schools: string;
  readonly result: AuditResultView;
  readonly facts: readonly SummaryRow[];
  readonly download: string;
}
