import { missingIn } from './gaps.js';
import { isAgreed, isSkipped, meetingsHeld, saidGoodbye, type Link } from './link.js';

/** Fewer meetings than this ask for a reason when a link is completed. */
export const ENOUGH_MEETINGS = 2;

/** How an open link may be closed at the end of its year. */
export interface Closable {
  /** It is signed, and the goodbye is recorded or skipped. */
  readonly complete: boolean;
  /** Something is missing. */
  readonly incomplete: boolean;
  /** It is complete without a reason. */
  readonly ready: boolean;
}

export function closable(link: Link): Closable {
  const complete = isAgreed(link) && (saidGoodbye(link) || isSkipped(link, 'goodbye'));
  return {
    complete,
    incomplete: missingIn(link).length > 0,
    ready: complete && meetingsHeld(link) >= ENOUGH_MEETINGS,
  };
}
