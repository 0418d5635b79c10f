import type { AuditCount } from '@linking/projections/link-board/audited-links.js';
import type { ReplayClock } from '@linking/domain/link/replay.js';

/** What of a timeline is shown: one kind of entry, all that was mended or overridden, or what was mailed. */
export type TimelineShow = AuditCount | 'mended' | 'mails';

export interface TimelineFilters {
  readonly show?: TimelineShow | undefined;
  readonly clock?: ReplayClock | undefined;
  /** The day that was asked for: `YYYY-MM-DD`. */
  readonly on?: string | undefined;
}

export const timelineShows: readonly TimelineShow[] = [
  'entries',
  'mended',
  'correction',
  'void',
  'override',
  'late',
  'imported',
  'mails',
];

/** The timeline of a link, with the filters that are set. */
export function timelineHref(ref: string, { show, clock, on }: TimelineFilters = {}): string {
  const [year, month, day] = on?.split('-') ?? [];
  const query = new URLSearchParams(
    Object.entries({ show, clock, 'on-day': day, 'on-month': month, 'on-year': year }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  return `/audit/links/${ref}${query.size === 0 ? '' : `?${query.toString()}`}`;
}

export const eventHref = (ref: string, revision: number) => `/audit/links/${ref}/events/${revision}`;
