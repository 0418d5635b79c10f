import type { SummaryRow } from '../components/summary-list.js';

export interface RedactedEntryView {
  readonly id: string;
  /** `14`; a mail has none. */
  readonly number?: string;
  readonly on: string;
  readonly headline: string;
  readonly marks: readonly string[];
  readonly details: readonly string[];
  /** Who, when it was recorded, and which event it is. */
  readonly small: string;
  /** Its leaf in the tree, in hex; a mail of another stream has none. */
  readonly hash?: string;
}

/** A link's history on paper, without names. */
export interface RedactedView {
  readonly ref: string;
  readonly heading: string;
  readonly facts: readonly SummaryRow[];
  /** What was taken out and what stays. */
  readonly redaction: string;
  readonly entries: readonly RedactedEntryView[];
  readonly mails: string;
}
