import { tokenState, type Token } from '@linking/application/tokens/tokens.js';
import type { Link } from '@linking/domain/link/link.js';
import { isClassUnnamed } from '@linking/domain/link/unnamed-class.js';
import type { Side } from '@linking/events/link/link-events.js';

/** What an address still leads to. That the class is named counts before anything that happened to the address. */
export type NamingState = 'open' | 'named' | 'expired' | 'over';

export function namingState(token: Token, side: Side, link: Link, now: string): NamingState {
  const asked = token.personId === link.sides[side].headId;
  if (!asked || link.outcome !== 'open' || link.paused !== undefined) return 'over';
  if (!isClassUnnamed(link, side)) return 'named';
  switch (tokenState(token, now)) {
    case 'valid':
      return 'open';
    // It was used for a name that was taken back since.
    case 'used':
    case 'expired':
      return 'expired';
    case 'revoked':
      return 'over';
  }
}
