import type pg from 'pg';
import type { Decided } from '@linking/domain/link/decided.js';
import { revokeTokens } from '../tokens/tokens.js';

/**
 * Addresses to sign end with what they were for: a request that was taken back, a head who is not the one any more.
 * The page asks the link as well, so that one left open by a crash leads to nothing.
 */
export async function closeAddresses(
  pool: pg.Pool,
  ref: string,
  facts: readonly Decided[],
  now: string,
): Promise<void> {
  for (const fact of facts) {
    if (fact.type !== 'AgreementRevoked' && fact.type !== 'HeadteacherChanged') continue;
    await revokeTokens(pool, { ref, purpose: 'sign-agreement', side: fact.data.side }, now);
  }
}
