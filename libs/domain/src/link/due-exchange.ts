import type { ExchangeKind, Side } from '@linking/events/link/link-events.js';
import { firstYearOf } from '../calendar/academic-year.js';
import { isSkipped, meetingOf, type Link } from './link.js';

/** What a class sends at the beginning: any of it is the first exchange. */
export const firstExchangeKinds = ['identity-work', 'photographs', 'first-names'] as const;

/** The work that a class is asked for now. */
export interface DueExchange {
  readonly step: 'first' | 'curiosity' | 'goodbye';
  /** The likeliest first; one kind when there is no doubt. */
  readonly kinds: readonly ExchangeKind[];
}

/** What a side sends next; nothing while it waits for a meeting. What any one of its teachers sent counts for it. */
export function dueExchange(link: Link, side: Side, today: string): DueExchange | undefined {
  const sent = link.exchanges.filter(({ fromSide }) => fromSide === side);
  const has = (kind: ExchangeKind) => sent.some((exchange) => exchange.kind === kind);
  if (isSkipped(link, 'goodbye') || has('goodbye')) return undefined;
  if (mayPart(link, today)) return { step: 'goodbye', kinds: ['goodbye'] };
  if (isSkipped(link, 'exchange', side)) return undefined;
  if (sent.length === 0 && link.reached.met === undefined)
    return { step: 'first', kinds: firstExchangeKinds };
  if (link.reached.met !== undefined && !has('curiosity-questions'))
    return { step: 'curiosity', kinds: ['curiosity-questions'] };
  return undefined;
}

/** Goodbyes are said when both visits are done, or when the last summer half-term has come. */
function mayPart(link: Link, today: string): boolean {
  const visited = ([2, 3] as const).every(
    (number) => meetingOf(link, number)?.status === 'held' || isSkipped(link, `visit-${number}`),
  );
  return link.reached.met !== undefined && (visited || today >= `${firstYearOf(link.year) + 1}-06-01`);
}

/** Whether a class has sent its first work, or need not. */
export const hasSentFirst = (link: Link, side: Side): boolean =>
  link.exchanges.some(({ fromSide }) => fromSide === side) || isSkipped(link, 'exchange', side);
