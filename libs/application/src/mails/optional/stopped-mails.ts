import type { Queryable } from '@linking/projections/projection.js';
import type { Stoppable } from './stop-address.js';

/** Stops them, once; `now` by the clock port. */
export async function stopMails(db: Queryable, { personId, rule }: Stoppable, now: string): Promise<void> {
  await db.query(
    'insert into stopped_mails (person_id, rule, stopped_at) values ($1, $2, $3) on conflict do nothing',
    [personId, rule, now],
  );
}

/** They go again from now on. */
export async function resumeMails(db: Queryable, { personId, rule }: Stoppable): Promise<void> {
  await db.query('delete from stopped_mails where person_id = $1 and rule = $2', [personId, rule]);
}

/** Since when their reader has stopped them; `undefined` while they go. */
export async function stoppedSince(
  db: Queryable,
  { personId, rule }: Stoppable,
): Promise<string | undefined> {
  const { rows } = await db.query<{ stopped_at: Date }>(
    'select stopped_at from stopped_mails where person_id = $1 and rule = $2',
    [personId, rule],
  );
  return rows[0]?.stopped_at.toISOString();
}
