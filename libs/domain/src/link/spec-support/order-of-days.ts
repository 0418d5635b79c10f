import type { Decided } from '../decided.js';
import { inOrderOfDays } from '../in-order-of-days.js';
import { recorded } from './given-when-then.js';

/** The days of two entries: what happened on the later day was entered first. */
export const LATER = '2026-11-20';
export const EARLIER = '2026-11-10';

/** How the facts stand by their days: 2, 1 when the second that was entered comes first. */
export const orderOf = (...entered: readonly Decided[]): string =>
  inOrderOfDays(recorded(entered))
    .map(({ revision }) => revision)
    .join(', ');
