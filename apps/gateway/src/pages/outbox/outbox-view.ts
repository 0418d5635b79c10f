import type { EmptyStateView } from '../components/empty-state.js';
import type { FilterBarView } from '../components/filter-bar.js';
import type { ShowMoreView } from '../components/show-more.js';
import type { TagView } from '../components/tag.js';
import type { LinkTo } from '../layout/page-frame.js';

export interface OutboxRowView {
  readonly id: string;
  readonly href: string;
  readonly subject: string;
  /** What else left with it, as one mail: `with How did it go?`. */
  readonly also?: string;
  /** `N07 · agreement`; of what a person wrote only that. */
  readonly rule: string;
  readonly to: string;
  /** ISO instant it was sent, is due or goes; absent while it is held without an end. */
  readonly at?: string;
  readonly status: TagView;
  readonly link?: LinkTo;
}

export interface OutboxView {
  readonly lead: string;
  /** From what has gone out to what goes next, and back. */
  readonly other: LinkTo;
  readonly filters: FilterBarView;
  readonly rows: readonly OutboxRowView[];
  readonly more: ShowMoreView;
  readonly empty: EmptyStateView;
}

/** One mail. The personal link is `[personal link]` except in the demonstration. */
export interface MailView {
  readonly subject: string;
  readonly status: TagView;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly link?: LinkTo;
  /** Route of the HTML part alone, with its own policy. */
  readonly htmlSrc: string;
  readonly text: string;
  /** Of what is shown otherwise than it left. */
  readonly shownAsOfNow?: string;
  /** Why each of the mails was sent that left as this one. */
  readonly why: readonly { readonly title?: string; readonly sentence: string }[];
  /** The entry for a calendar program that goes with it. */
  readonly calendar?: {
    /** `An invitation`, `A cancellation`. */
    readonly what: string;
    readonly rows: readonly { readonly name: string; readonly value: string }[];
    readonly href: string;
  };
  /** To send it once more: one for each mail that left as this one, for those who may. */
  readonly again?: readonly LinkTo[];
  /** Only in the demonstration: the address behind the button of the mail. */
  readonly demoLink?: LinkTo;
}
