import type { OneButtonView } from '../components/button.js';
import type { FilterSelectView } from '../components/filter-bar.js';
import type { LinkTo } from '../layout/page-frame.js';

/** Which of the colours of rules: a number from 1, the same on the whole page. */
export type RuleColour = number;

export interface RehearsedDayView {
  readonly day: string;
  /** Mails as people get them. */
  readonly count: number;
  /** How many of them by rule, for the bar. */
  readonly bar: readonly { readonly colour: RuleColour; readonly mails: number }[];
  /** `Half-term`, when schools are closed. */
  readonly closed?: string;
  readonly past: boolean;
  readonly today: boolean;
  readonly chosen: boolean;
  /** Present when there is something to open. */
  readonly href?: string;
}

export interface RehearsedWeekView {
  readonly monday: string;
  readonly days: readonly RehearsedDayView[];
}

/** What is the same for several people stands once, with all of them. */
export interface RehearsedMailView {
  readonly key: string;
  readonly time: string;
  readonly about: readonly LinkTo[];
  readonly titles: readonly string[];
  readonly to: readonly LinkTo[];
  readonly readHref: string;
  readonly why: readonly string[];
  /** Ids of its mails that can be held, with a space between two; absent when it goes in any case. */
  readonly holds?: string;
}

/** What holds mails now. */
export interface HoldView {
  readonly key: string;
  readonly title: string;
  readonly sentence: string;
  readonly release?: OneButtonView;
}

/** The ticked mails of a day are held. */
export interface HoldTickedView {
  readonly action: string;
  readonly csrf: string;
  readonly idempotencyKey: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly reasons: readonly { readonly value: string; readonly label: string }[];
}

/** A list by mail that may go on a day; it is not counted. */
export interface RehearsedListView {
  readonly key: string;
  readonly time: string;
  readonly title: string;
  readonly to: string;
  readonly why: readonly string[];
}

export interface ListByMailView {
  readonly rule: string;
  readonly title: string;
  /** `To the programme’s mailbox: next on 30 November 2026 at 07:30, then on 3 more days of this term.` */
  readonly sentence: string;
}

export interface RuleInForceView {
  readonly rule: string;
  readonly colour: RuleColour;
  readonly title: string;
  /** `Version 1 · 24 mails on 12 days`. */
  readonly words: string;
  /** Where its days can be changed; absent for a rule that has none. */
  readonly tryHref?: string;
}

export interface PersonMailsView {
  readonly key: string;
  readonly name: string;
  /** `16 this year, 4 of them sent; fifteen are enough for a teacher`. */
  readonly words: string;
  readonly over: boolean;
}

export interface NotSentView {
  readonly key: string;
  readonly title: string;
  readonly sentence: string;
  readonly fix?: LinkTo;
}

export interface RemindersView {
  /** Since when and why no mail of the network leaves; absent while they go. */
  readonly mailsPaused?: string;
  readonly eyebrow: string;
  readonly heading: string;
  readonly lead: { readonly before: string; readonly count: string; readonly after: string };
  readonly programmes?: FilterSelectView;
  readonly download: string;
  readonly terms: readonly (LinkTo & { readonly current: boolean })[];
  readonly beside: readonly LinkTo[];
  readonly weekends: boolean;
  readonly weeks: readonly RehearsedWeekView[];
  readonly day?: {
    readonly day: string;
    readonly count: number;
    readonly mails: readonly RehearsedMailView[];
    readonly lists: readonly RehearsedListView[];
    /** For whoever may hold them. */
    readonly hold?: HoldTickedView;
  };
  readonly rules: readonly RuleInForceView[];
  /** Why the figures of the rules add up to more than the mails. */
  readonly rulesNote?: string;
  readonly lists: readonly ListByMailView[];
  /** Where lists are turned on and off, for whoever may. */
  readonly turnLists?: LinkTo;
  readonly holds: readonly HoldView[];
  /** To the page that holds all. */
  readonly holdAll?: string;
  readonly notSent: readonly NotSentView[];
  readonly warnings: readonly PersonMailsView[];
  readonly people: readonly PersonMailsView[];
}
