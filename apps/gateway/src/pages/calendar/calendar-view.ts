import type { FilterSelectView } from '../components/filter-bar.js';
import type { TagView } from '../components/tag.js';
import type { LinkTo } from '../layout/page-frame.js';
import type { CalendarAddressView } from './calendar-address.js';

/** Something with a date: it opens its link or its session. */
export interface CalendarEntryView {
  readonly key: string;
  readonly kind: 'meeting' | 'training' | 'target';
  readonly time?: string;
  readonly title: string;
  readonly words: string;
  /** Absent for a target of several links: those are in `links`. */
  readonly href?: string;
  readonly links: readonly LinkTo[];
  readonly tag?: TagView;
}

export interface CalendarDayView {
  /** `2026-11-23` */
  readonly day: string;
  readonly ofMonth: boolean;
  readonly today: boolean;
  readonly past: boolean;
  /** Why schools are closed, of weekdays: `Autumn half-term`. */
  readonly closed?: string;
  readonly bankHoliday: boolean;
  readonly entries: readonly CalendarEntryView[];
}

export interface CalendarWeekView {
  readonly monday: string;
  /** `Week 12 of the autumn term`; absent in the holidays. */
  readonly term?: { readonly long: string; readonly short: string };
  readonly days: readonly CalendarDayView[];
  /** `Autumn half-term, 26 Oct to 30 Oct`. */
  readonly closures: readonly string[];
}

export interface CalendarView {
  readonly eyebrow: string;
  /** `November 2026` */
  readonly heading: string;
  readonly lead: string;
  readonly shows: 'month' | 'list';
  /** Whether the columns of Saturday and Sunday are drawn: something is on one of them. */
  readonly weekends: boolean;
  readonly weeks: readonly CalendarWeekView[];
  readonly previous: LinkTo;
  readonly next: LinkTo;
  /** Present in another month. */
  readonly thisMonth?: LinkTo;
  readonly ways: readonly (LinkTo & { readonly current: boolean })[];
  /** Whoever sees several programmes may look at one. */
  readonly programmes?: {
    readonly select: FilterSelectView;
    readonly hidden: Readonly<Record<string, string>>;
  };
  /** What has dates too, on pages of its own. */
  readonly beside: readonly LinkTo[];
  /** The calendar of a coordinator for other programs. */
  readonly feed?: CalendarAddressView;
}
