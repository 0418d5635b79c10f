import type { Queryable } from '@linking/projections/projection.js';

/** Mails to somebody that wait because others came back. */
export async function countHeldMails(db: Queryable, personId: string): Promise<number> {
  const { rows } = await db.query<{ n: number }>(`select count(*)::int as n ${HELD}`, [personId]);
  return rows[0]?.n ?? 0;
}

/** They are tried at once. Answers how many. */
export async function releaseHeldMails(db: Queryable, personId: string): Promise<number> {
  const { rowCount } = await db.query(
    `update mails set rest_until = null where id = any(array(select id ${HELD} order by id for update))`,
    [personId],
  );
  return rowCount ?? 0;
}

const HELD = `from mails where person_id = $1 and reason = 'bounced' and ended is null and status <> 'sending'`;
