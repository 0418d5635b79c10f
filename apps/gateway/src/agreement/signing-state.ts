import type { Side } from '@linking/events/link/link-events.js';
import { tokenState, type Token } from '@linking/application/tokens/tokens.js';
import type { Link } from '@linking/domain/link/link.js';

/**
 * What an address still leads to. A signature counts before anything that happened to the address; after it, whether
 * its reader is still the one who is asked.
 */
export type SigningState = 'open' | 'signed' | 'declined' | 'expired' | 'revoked';

export function signingState(token: Token, side: Side, link: Link, now: string): SigningState {
  const { status } = link.agreement[side];
  if (status === 'signed') return 'signed';
  if (link.outcome !== 'open' || token.personId !== link.sides[side].headId) return 'revoked';
  if (status === 'declined') return 'declined';
  if (status !== 'issued') return 'revoked';
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

/** A new head may take back what somebody signed before her, from her own address and while the link goes on. */
export function mayRevoke(token: Token, side: Side, link: Link, now: string): boolean {
  const { headId, newHead } = link.sides[side];
  const { status, signedOn = '', signerId } = link.agreement[side];
  return (
    status === 'signed' &&
    link.outcome === 'open' &&
    tokenState(token, now) === 'valid' &&
    token.personId === headId &&
    signerId !== headId &&
    newHead !== undefined &&
    signedOn <= newHead.on
  );
}
