import type { Queryable, Transaction } from '../projection.js';

export const checkpointMigrations = [
  {
    id: 'projections-001-checkpoints',
    sql: `
      create table checkpoints (
        consumer   text primary key,
        position   text,
        at         timestamptz not null default now(),
        problem    text,
        problem_at timestamptz
      );
      comment on table checkpoints is 'How far each consumer has read the event log, and what stops it';
    `,
  },
] as const;

/** How far a consumer of the log has come. */
export interface ConsumerState {
  readonly consumer: string;
  /** `null` = it has read nothing. */
  readonly position: string | null;
  readonly at: string;
  /** Why it stands still, in a sentence; absent while all is well. */
  readonly problem?: string;
  readonly problemAt?: string;
}

/** Every consumer that has read anything or met a problem, by name. */
export async function readConsumers(db: Queryable): Promise<readonly ConsumerState[]> {
  const { rows } = await db.query<{
    consumer: string;
    position: string | null;
    at: Date;
    problem: string | null;
    problem_at: Date | null;
  }>('select consumer, position, at, problem, problem_at from checkpoints order by consumer');
  return rows.map((row) => ({
    consumer: row.consumer,
    position: row.position,
    at: row.at.toISOString(),
    ...(row.problem === null ? {} : { problem: row.problem }),
    ...(row.problem_at === null ? {} : { problemAt: row.problem_at.toISOString() }),
  }));
}

/** The position up to which a consumer has read; `null` when it has read nothing. */
export async function readCheckpoint(db: Queryable, consumer: string): Promise<string | null> {
  const { rows } = await db.query<{ position: string | null }>(
    'select position from checkpoints where consumer = $1',
    [consumer],
  );
  return rows[0]?.position ?? null;
}

/** Takes the consumer's row for this transaction: one process at a time moves a checkpoint. */
export async function lockCheckpoint(transaction: Transaction, consumer: string): Promise<string | null> {
  await transaction.query('insert into checkpoints (consumer) values ($1) on conflict do nothing', [
    consumer,
  ]);
  const { rows } = await transaction.query<{ position: string | null }>(
    'select position from checkpoints where consumer = $1 for update',
    [consumer],
  );
  return rows[0]?.position ?? null;
}

/** Moves a checkpoint that this transaction has locked, and forgets the problem that stood beside it. */
export async function moveCheckpoint(
  transaction: Transaction,
  consumer: string,
  position: string | null,
): Promise<void> {
  await transaction.query(
    `update checkpoints set position = $2, at = now(), problem = null, problem_at = null where consumer = $1`,
    [consumer, position],
  );
}

/** For a consumer whose work is in no transaction: false when another process has moved its checkpoint meanwhile. */
export async function advanceCheckpoint(
  db: Queryable,
  consumer: string,
  from: string | null,
  to: string | null,
): Promise<boolean> {
  await db.query('insert into checkpoints (consumer) values ($1) on conflict do nothing', [consumer]);
  const { rowCount } = await db.query(
    `update checkpoints set position = $3, at = now(), problem = null, problem_at = null
     where consumer = $1 and position is not distinct from $2`,
    [consumer, from, to],
  );
  return rowCount === 1;
}

/** Keeps why a consumer stands still; answers true when this is news. */
export async function keepProblem(db: Queryable, consumer: string, problem: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into checkpoints (consumer, problem, problem_at) values ($1, $2, now())
     on conflict (consumer) do update set problem = excluded.problem, problem_at = excluded.problem_at
     where checkpoints.problem is distinct from excluded.problem`,
    [consumer, problem],
  );
  return rowCount === 1;
}
