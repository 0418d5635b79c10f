import type pg from 'pg';
import type { Decided } from '@linking/domain/link/decided.js';
import { revokeTokens } from '../tokens/tokens.js';

/**
 * Addresses to sign, to answer and to name a teacher end with what they were for: a request that was taken back, a head who
 * is not the one any more.
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
    const { side } = fact.data;
    await revokeTokens(pool, { ref, purpose: 'sign-agreement', side }, now);
    if (fact.type === 'HeadteacherChanged') {
      await revokeTokens(pool, { ref, purpose: 'answer-proposal', side }, now);
      await revokeTokens(pool, { ref, purpose: 'name-teacher', side }, now);
    }
  }
}
