import type pg from 'pg';
import type { Queryable } from '@linking/projections/projection.js';
import type { Sender } from '../commands/sender.js';
import { inLockedTransaction } from '../locked-transaction.js';
import { isPausable, type PausablePart, type PauseReason } from './work-parts.js';

/** A part of the work waits until somebody lets it go on. It stands in the database: no restart forgets it. */
export interface Pause {
  readonly part: PausablePart;
  readonly reason: PauseReason;
  readonly actor: string;
  /** By the clock port. */
  readonly at: string;
}

export type OperationsAct =
  | { readonly act: 'pause'; readonly parts: readonly PausablePart[]; readonly reason: PauseReason }
  | { readonly act: 'resume'; readonly parts: readonly PausablePart[] };

/** Something was paused or goes on. A nudge only: workers look at the table every second while they work. */
export class PausesChanged {}

interface Row {
  readonly part: string;
  readonly act: string;
  readonly reason: PauseReason;
  readonly actor: string;
  readonly at: Date;
}

export async function readPauses(db: Queryable): Promise<readonly Pause[]> {
  const { rows } = await db.query<Row>(
    `select distinct on (part) part, act, reason, actor, at from operations_acts
     where act in ('pause', 'resume') order by part, id desc`,
  );
  return rows.flatMap(({ part, act, reason, actor, at }) =>
    act === 'pause' && isPausable(part) ? [{ part, reason, actor, at: at.toISOString() }] : [],
  );
}

/** Since when and why no mail of the whole network leaves; absent while they go. */
export type MailsPause = Pick<Pause, 'reason' | 'at'>;

export async function readMailsPause(db: Queryable): Promise<MailsPause | undefined> {
  const pause = (await readPauses(db)).find(({ part }) => part === 'mails');
  return pause && { reason: pause.reason, at: pause.at };
}

/** Answers the parts that this changed: what is paused already stays as it was, with its first reason. */
export async function changePauses(
  pool: pg.Pool,
  wish: OperationsAct,
  { actor, commandId }: Pick<Sender, 'actor' | 'commandId'>,
  now: string,
): Promise<readonly PausablePart[]> {
  return inLockedTransaction(pool, 'operations', async (transaction) => {
    const paused = new Set<string>((await readPauses(transaction)).map(({ part }) => part));
    const changed = wish.parts.filter((part) => paused.has(part) === (wish.act === 'resume'));
    const { rows } = await transaction.query<{ part: PausablePart }>(
      `insert into operations_acts (command_id, act, part, reason, actor, at)
       select $1, $2, part, $3, $4, $5 from unnest($6::text[]) as part
       on conflict (command_id, part) do nothing returning part`,
      [commandId, wish.act, wish.act === 'pause' ? wish.reason : null, actor, now, changed],
    );
    return rows.map(({ part }) => part);
  });
}
