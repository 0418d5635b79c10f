import type { Queryable } from '@linking/projections/projection.js';
import type { PauseReason } from './work-parts.js';

/** What somebody did on the operations page. */
export interface KeptAct {
  readonly act: 'pause' | 'resume' | 'try-again';
  /** Parts of the work that it was done to at once. */
  readonly parts: readonly string[];
  readonly reason?: PauseReason;
  readonly actor: string;
  /** By the clock port. */
  readonly at: string;
}

/** The newest on top; what one press of a button did is one act. */
export async function readActs(db: Queryable, limit = 20): Promise<readonly KeptAct[]> {
  const { rows } = await db.query<{
    act: KeptAct['act'];
    parts: readonly string[];
    reason: PauseReason | null;
    actor: string;
    at: Date;
  }>(
    `select act, array_agg(part order by id) as parts, min(reason) as reason, min(actor) as actor, min(at) as at
     from operations_acts group by command_id, act order by max(id) desc limit $1`,
    [limit],
  );
  return rows.map(({ act, parts, reason, actor, at }) => ({
    act,
    parts,
    ...(reason === null ? {} : { reason }),
    actor,
    at: at.toISOString(),
  }));
}
