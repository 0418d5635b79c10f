import type { SummaryRow } from '../components/summary-list.js';
import type { LinkTo } from '../layout/page-frame.js';
import type { HistoryEntryView } from '../links/history-list.js';
import type { AuditResultView } from './audit-view.js';

/** One event of a link with all that the log knows of it. */
export interface EventView {
  readonly ref: string;
  readonly eyebrow: string;
  /** `Event 14 of 18`. */
  readonly heading: string;
  readonly entry: HistoryEntryView;
  readonly result: AuditResultView;
  readonly facts: readonly SummaryRow[];
  /** The stored text. */
  readonly body: string;
  readonly bodySentence: string;
  readonly hash: string;
  /** What the ledger has instead, when it is another one. */
  readonly recordedHash?: string;
  /** Where the stored text is saved from, and how its hash is made by hand. */
  readonly text: { readonly href: string; readonly command: string };
  /** From the leaf to the root, in hex; empty while it is not signed. */
  readonly proof: readonly { readonly id: string; readonly hash: string }[];
  readonly proofSentence: string;
  readonly earlier?: LinkTo;
  readonly later?: LinkTo;
}
