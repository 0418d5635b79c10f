import type { Side } from '@linking/events/link/link-events.js';
import { tokenState, type Token } from '@linking/application/tokens/tokens.js';
import type { Link } from '@linking/domain/link/link.js';

/** What the address of a proposal still leads to. An answer counts before anything that happened to the address. */
export type ProposalState = 'open' | 'accepted' | 'declined' | 'paused' | 'ended' | 'expired';

export function proposalState(token: Token, side: Side, link: Link, now: string): ProposalState {
  const { headId, acceptedOn, declined } = link.sides[side];
  if (token.personId !== headId) return 'ended';
  if (declined !== undefined) return 'declined';
  if (link.outcome !== 'open') return 'ended';
  if (acceptedOn !== undefined) return 'accepted';
  if (link.sentOn === undefined) return 'ended';
  if (link.paused !== undefined) return 'paused';
  switch (tokenState(token, now)) {
    case 'valid':
      return 'open';
    // It was used for an answer that does not count any more: a new address may be asked for.
    case 'used':
    case 'expired':
      return 'expired';
    case 'revoked':
      return 'ended';
  }
}
