import type { TagView } from '../components/tag.js';
import type { EmptyStateView } from '../components/empty-state.js';
import type { LinkTo } from '../layout/page-frame.js';

/** Whom to call; without a number the page says so. */
export interface CallView {
  /** `Saira Malik, teacher at Brook Lane Primary`. */
  readonly who: string;
  readonly number?: string;
  /** `tel:` address of the number. */
  readonly href?: string;
}

/** One thing that wants attention: what it is, why it is here, and the one thing to do about it. */
export interface AttentionItemView {
  readonly key: string;
  readonly edge: 'red' | 'amber' | 'blue';
  readonly tag: TagView;
  /** `BRD-2026-031`; with the programme before it for who sees several. */
  readonly number?: string;
  readonly title: LinkTo;
  /** `Hollins Green Primary and Al-Noor Academy`. */
  readonly subject: string;
  readonly sentence: string;
  readonly calls: readonly CallView[];
  /** What else is ready, such as a letter. */
  readonly also?: readonly LinkTo[];
  /** Which rule, which date, what closes it: a sentence each. */
  readonly why: readonly string[];
  readonly button: LinkTo;
}

export interface AttentionListView {
  readonly items: readonly AttentionItemView[];
  readonly empty: EmptyStateView;
}

/** A bar of a chart: its length is a share of the longest. */
export interface StageBarView {
  readonly name: string;
  readonly count: number;
  readonly href: string;
  readonly late?: { readonly count: number; readonly href: string };
  /** 0 to 100. */
  readonly length: number;
}

export interface ComingView {
  readonly day: string;
  readonly title: string;
  /** The link by its schools, several by their numbers, or the session. */
  readonly links: readonly LinkTo[];
  readonly small: string;
}

export interface MailDayView {
  readonly day: string;
  /** `Mon`. */
  readonly name: string;
  readonly mails: number;
  /** 0 to 100. */
  readonly height: number;
}

export interface LatestLineView {
  readonly key: string;
  /** `08:42` of today, `Fri` of the last days, `9 Nov` before. */
  readonly when: string;
  readonly moment: string;
  readonly headline: string;
  readonly href?: string;
  /** `BRD-2026-014 · Brook Lane Primary and St Aidan’s CofE Primary`. */
  readonly small?: string;
}

export interface ProgrammeLineView {
  readonly name: string;
  readonly href: string;
  readonly links: { readonly count: number; readonly href: string };
  readonly overdue: { readonly count: number; readonly href: string };
  readonly attention: { readonly count: number; readonly href: string };
}

export interface TodayView {
  /** Since when and why no mail of the network leaves; absent while they go. */
  readonly mailsPaused?: string;
  /** `Monday 23 November 2026 · week 12 of the autumn term`. */
  readonly eyebrow: string;
  readonly greeting: string;
  /** `41 links and 5 proposals in Bradford.`, `38 are on track`, `, 8 need you today.` */
  readonly lead: { readonly before: string; readonly strong: string; readonly after: string };
  readonly attention: AttentionListView & { readonly all?: LinkTo };
  readonly stages: readonly StageBarView[];
  readonly allLinks: LinkTo;
  readonly coming: readonly ComingView[];
  readonly mails: {
    /** `14 emails going out this week`; `14 emails due this week, paused`. */
    readonly title: string;
    readonly preview: LinkTo;
    readonly days: readonly MailDayView[];
  };
  readonly latest: { readonly title: string; readonly lines: readonly LatestLineView[] };
  /** Where one looks after several programmes. */
  readonly programmes?: { readonly lines: readonly ProgrammeLineView[]; readonly all?: LinkTo };
}

export interface AttentionPageView extends AttentionListView {
  readonly eyebrow: string;
  readonly lead: string;
}
