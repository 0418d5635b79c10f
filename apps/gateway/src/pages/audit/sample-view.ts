import type { SummaryRow } from '../components/summary-list.js';
import type { FormView } from '../forms/form-view.js';
import type { LinkTo } from '../layout/page-frame.js';

export interface DrawnLinkView {
  /** Its place in the draw, from 1. */
  readonly place: number;
  readonly ref: string;
  readonly href: string;
  readonly schools: string;
  readonly words: string;
  /** Its hash, by which it was drawn. */
  readonly hash: string;
  /** When the reader last opened it. */
  readonly opened?: string;
}

export interface DrawnSampleView {
  /** `20 of 46 links`. */
  readonly title: string;
  readonly sentence: string;
  readonly facts: readonly SummaryRow[];
  readonly links: readonly DrawnLinkView[];
  /** All links that were drawn from, one a line. */
  readonly frame: LinkTo;
  /** Draws the same on a machine of one's own. */
  readonly command: string;
}

export interface SampleView {
  readonly form: FormView;
  readonly drawn?: DrawnSampleView;
  /** The reader's earlier draws, the last first. */
  readonly earlier: readonly (LinkTo & { readonly at: string })[];
}
