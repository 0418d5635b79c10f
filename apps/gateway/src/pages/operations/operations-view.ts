import type { OneButtonView } from '../components/button.js';
import type { SummaryRow } from '../components/summary-list.js';
import type { TagView } from '../components/tag.js';
import type { LinkTo } from '../layout/page-frame.js';

export interface WorkRowView {
  readonly part: string;
  readonly name: string;
  readonly does: string;
  readonly state: TagView;
  /** Empty for parts without a queue. */
  readonly waiting: string;
  readonly active: string;
  readonly later: string;
  readonly oldest: string;
  readonly failed: string;
  /** When it last looked for work. */
  readonly looked: string;
  /** `Paused by Nadia Osei, 09:12: wrong mails go out`, `Last error 09:12: …` */
  readonly notes: readonly string[];
  /** A page that asks why, or a button. */
  readonly pause?: LinkTo & { readonly labelMore: string };
  readonly goOn?: OneButtonView;
}

export interface ReaderRowView {
  readonly name: string;
  readonly label: string;
  readonly behind: string;
  readonly moved: string;
  readonly problem?: string;
}

export interface ActView {
  readonly key: string;
  /** ISO instant. */
  readonly at: string;
  readonly when: string;
  readonly did: string;
  readonly who: string;
}

export interface OperationsView {
  readonly heading: string;
  readonly lead: string;
  /** Beside the heading. */
  readonly pauses: readonly (LinkTo & { readonly look: 'primary' | 'secondary' })[];
  readonly goOn?: OneButtonView;
  /** What needs a look, one sentence each. */
  readonly troubles: readonly string[];
  readonly work: readonly WorkRowView[];
  readonly readers: readonly ReaderRowView[];
  readonly mails: readonly SummaryRow[];
  readonly tryAgain?: OneButtonView;
  readonly failedMails?: LinkTo;
  readonly servers: readonly SummaryRow[];
  readonly acts: readonly ActView[];
}
