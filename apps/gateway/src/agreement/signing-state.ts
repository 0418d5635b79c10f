import type { Side } from '@linking/events/link/link-events.js';
import { tokenState, type Token } from '@linking/application/tokens/tokens.js';
import type { Link } from '@linking/domain/link/link.js';

/** What an address still leads to. A signature counts before anything that happened to the address. */
export type SigningState = 'open' | 'signed' | 'expired' | 'revoked';

export function signingState(token: Token, side: Side, link: Link, now: string): SigningState {
  const { status } = link.agreement[side];
  if (status === 'signed') return 'signed';
  if (status === 'not-issued' || link.outcome !== 'open') return 'revoked';
  switch (tokenState(token, now)) {
    case 'valid':
      return 'open';
    // It was used for a signature that does not count any more: a new address may be asked for.
    case 'used':
    case 'expired':
      return 'expired';
    case 'revoked':
      return 'revoked';
  }
}
