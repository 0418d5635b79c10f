import type { Queryable } from '@linking/projections/projection.js';

/** A fact that another stream refused, such as a class paired twice at the same moment. */
export interface CarryingRefusal {
  readonly commandId: string;
  readonly eventId: string;
  /** Stream that refused. */
  readonly target: string;
  readonly code: string;
  readonly sentence: string;
  readonly at: string;
}

export async function keepRefusal(db: Queryable, refused: Omit<CarryingRefusal, 'at'>): Promise<void> {
  await db.query(
    `insert into carrying_refusals (command_id, event_id, target, code, sentence) values ($1, $2, $3, $4, $5)
     on conflict (command_id) do nothing`,
    [refused.commandId, refused.eventId, refused.target, refused.code, refused.sentence],
  );
}

/** The latest ones first. */
export async function listRefusals(db: Queryable, limit: number): Promise<readonly CarryingRefusal[]> {
  const { rows } = await db.query<{
    command_id: string;
    event_id: string;
    target: string;
    code: string;
    sentence: string;
    at: Date;
  }>('select * from carrying_refusals order by at desc, command_id limit $1', [limit]);
  return rows.map((row) => ({
    commandId: row.command_id,
    eventId: row.event_id,
    target: row.target,
    code: row.code,
    sentence: row.sentence,
    at: row.at.toISOString(),
  }));
}
